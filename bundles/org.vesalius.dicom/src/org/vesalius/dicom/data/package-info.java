// SPDX-License-Identifier: EPL-2.0
/** DICOM data sets as they stand in files (PS3.5, PS3.10): read without loss, so that they can be written back. */
package org.vesalius.dicom.data;
