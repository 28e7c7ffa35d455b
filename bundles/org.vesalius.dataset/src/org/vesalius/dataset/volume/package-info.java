// SPDX-License-Identifier: EPL-2.0
/** Volumes in files of NIfTI, versions 1 and 2. */
package org.vesalius.dataset.volume;
