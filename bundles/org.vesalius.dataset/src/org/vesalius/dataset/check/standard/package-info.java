// SPDX-License-Identifier: EPL-2.0
/** What can be wrong with a data set, told before a network learns it. */
package org.vesalius.dataset.check.standard;
