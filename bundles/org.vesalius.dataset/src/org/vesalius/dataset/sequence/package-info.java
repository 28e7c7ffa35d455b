// SPDX-License-Identifier: EPL-2.0
/** Sequences: what was measured again and again, brought to equal steps of time. */
package org.vesalius.dataset.sequence;
