// SPDX-License-Identifier: EPL-2.0
/** What the model of a run says about samples that don't belong to it: files, rows of a table, other data sets. */
package org.vesalius.worker.predict;
