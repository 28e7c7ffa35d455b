// SPDX-License-Identifier: EPL-2.0
/** Masks in files of images, and those that are drawn. */
package org.vesalius.dataset.mask;
