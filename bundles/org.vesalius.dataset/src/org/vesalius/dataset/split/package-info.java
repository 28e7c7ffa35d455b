// SPDX-License-Identifier: EPL-2.0
/** How samples come into the parts of a data set. */
package org.vesalius.dataset.split;
