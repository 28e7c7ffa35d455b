// SPDX-License-Identifier: EPL-2.0
/** Decoders of single frames, and what they have in common. */
package org.vesalius.dicom.codec;
