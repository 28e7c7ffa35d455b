// SPDX-License-Identifier: EPL-2.0
/** The made-up data sets of the folder {@code examples}. */
package org.vesalius.phantom.example;
