// SPDX-License-Identifier: EPL-2.0
/** Volumes of made-up heads, each with a tumour whose place and kind are known. */
package org.vesalius.phantom.head;
