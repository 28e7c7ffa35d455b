// SPDX-License-Identifier: EPL-2.0
/** The preferences of Vesalius, to which other bundles add their pages. */
package org.vesalius.ui.preference;
