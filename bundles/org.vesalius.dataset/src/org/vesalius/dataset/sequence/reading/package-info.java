// SPDX-License-Identifier: EPL-2.0
/** The reader of sequences, whatever files they are in. */
package org.vesalius.dataset.sequence.reading;
