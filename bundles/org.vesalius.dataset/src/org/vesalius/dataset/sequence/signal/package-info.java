// SPDX-License-Identifier: EPL-2.0
/** Files of sampled signals: WFDB records and EDF files, with what is noted beside them. */
package org.vesalius.dataset.sequence.signal;
