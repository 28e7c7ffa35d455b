// SPDX-License-Identifier: EPL-2.0
/** Data sets made of tables: text, spreadsheets and ARFF, several of them joined, with the images they name. */
package org.vesalius.dataset.importer.table;
