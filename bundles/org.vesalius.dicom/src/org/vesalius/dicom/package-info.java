// SPDX-License-Identifier: EPL-2.0
/** Pictures and volumes of DICOM files for the columns of data sets, contributed as a plug-in does it. */
package org.vesalius.dicom;
