// SPDX-License-Identifier: EPL-2.0
/** Data sets made from folders of images. */
package org.vesalius.dataset.importer;
