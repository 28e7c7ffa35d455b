// SPDX-License-Identifier: EPL-2.0
/** JPEG-LS (ITU-T T.87). */
package org.vesalius.dicom.codec.jpegls;
