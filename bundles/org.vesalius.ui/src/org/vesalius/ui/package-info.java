// SPDX-License-Identifier: EPL-2.0
/** Perspectives, colours and icons, the chart canvas and shared widgets. */
package org.vesalius.ui;
