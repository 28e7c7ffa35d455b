// SPDX-License-Identifier: EPL-2.0
/** Drawn chest radiographs to learn and to test with: no patient, no download, the same on every machine. */
package org.vesalius.phantom;
