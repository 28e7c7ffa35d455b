// SPDX-License-Identifier: EPL-2.0
/** What menus, tool bar and keys of the designer do. */
package org.vesalius.network.ui.action;
