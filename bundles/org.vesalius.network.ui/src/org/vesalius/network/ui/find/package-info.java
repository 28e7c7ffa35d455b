// SPDX-License-Identifier: EPL-2.0
/** Finding layers in the designer: by name, type, or the value of an attribute. */
package org.vesalius.network.ui.find;
