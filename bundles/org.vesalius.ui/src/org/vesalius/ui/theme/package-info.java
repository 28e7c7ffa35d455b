// SPDX-License-Identifier: EPL-2.0
/** What the workbench's theme means to code that paints for itself: light or dark, and when that changes. */
package org.vesalius.ui.theme;
