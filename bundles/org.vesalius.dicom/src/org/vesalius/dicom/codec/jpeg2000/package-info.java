// SPDX-License-Identifier: EPL-2.0
/** JPEG 2000 (ITU-T T.800), part 1. */
package org.vesalius.dicom.codec.jpeg2000;
