// SPDX-License-Identifier: EPL-2.0
/** What is done to the arrays of a column before a network gets them: an ordered list of steps. */
package org.vesalius.dataset.prepare;
