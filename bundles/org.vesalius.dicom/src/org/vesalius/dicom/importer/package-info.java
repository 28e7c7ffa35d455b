// SPDX-License-Identifier: EPL-2.0
/** Data sets of folders of DICOM files. */
package org.vesalius.dicom.importer;
