// SPDX-License-Identifier: EPL-2.0
/** Pixels of DICOM files: frames, values in real units, colours, and volumes of slices. */
package org.vesalius.dicom.pixel;
