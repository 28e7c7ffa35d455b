// SPDX-License-Identifier: EPL-2.0
/** JPEG (ITU-T T.81): sequential with the cosine transform, and without loss. */
package org.vesalius.dicom.codec.jpeg;
