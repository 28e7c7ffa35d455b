// SPDX-License-Identifier: EPL-2.0
/** Finds what the jars of a worker contribute: numerical libraries, layer types, readers. */
package org.vesalius.worker.library;
