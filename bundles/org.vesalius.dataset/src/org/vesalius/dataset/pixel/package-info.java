// SPDX-License-Identifier: EPL-2.0
/**
 * The values of images as stored and as networks get them.
 *
 * @since 1.0
 */
package org.vesalius.dataset.pixel;
