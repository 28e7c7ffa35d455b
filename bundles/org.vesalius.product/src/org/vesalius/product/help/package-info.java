// SPDX-License-Identifier: EPL-2.0
/** Help inside the window. */
package org.vesalius.product.help;
