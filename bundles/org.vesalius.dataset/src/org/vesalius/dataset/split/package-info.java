// SPDX-License-Identifier: EPL-2.0
/** How samples come into the subsets of a data set. */
package org.vesalius.dataset.split;
