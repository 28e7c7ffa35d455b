// SPDX-License-Identifier: EPL-2.0
/** DICOM files without what tells who the patient is (PS3.15, annex E). */
package org.vesalius.dicom.deidentify;
