// SPDX-License-Identifier: EPL-2.0
/** The designer: a network drawn, changed and checked. */
package org.vesalius.network.ui;
