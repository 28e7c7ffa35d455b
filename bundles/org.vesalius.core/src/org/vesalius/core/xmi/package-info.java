// SPDX-License-Identifier: EPL-2.0
/** Models in XMI files that may come from anywhere: read with bounds and without leaving the file, written stably. */
package org.vesalius.core.xmi;
