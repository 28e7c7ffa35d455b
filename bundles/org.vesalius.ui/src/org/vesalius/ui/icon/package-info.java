// SPDX-License-Identifier: EPL-2.0
/** Icons of the workbench, loaded once and released with the part that uses them. */
package org.vesalius.ui.icon;
