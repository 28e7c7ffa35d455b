// SPDX-License-Identifier: EPL-2.0
/** The layer types that the window knows. */
package org.vesalius.network.ui.catalog;
