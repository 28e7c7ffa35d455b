// SPDX-License-Identifier: EPL-2.0
/** The import of sequences: rows of numbers, measurements at any times, recorded signals. */
package org.vesalius.dataset.importer.sequence;
