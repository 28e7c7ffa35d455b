// SPDX-License-Identifier: EPL-2.0
/** Sequences in files of text, read part by part: their size doesn't matter. */
package org.vesalius.dataset.sequence.text;
