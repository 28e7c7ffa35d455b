// SPDX-License-Identifier: EPL-2.0
/** Copies of files and tables that no longer tell who a patient is. */
package org.vesalius.dataset.deidentify;
