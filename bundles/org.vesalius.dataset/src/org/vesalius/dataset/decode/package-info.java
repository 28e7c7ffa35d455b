// SPDX-License-Identifier: EPL-2.0
/** Decoders of image files; what a file says of its samples is honoured, and what is not whole is refused. */
package org.vesalius.dataset.decode;
