// SPDX-License-Identifier: EPL-2.0
/** What is said of the examples. */
package org.vesalius.phantom.stated;
