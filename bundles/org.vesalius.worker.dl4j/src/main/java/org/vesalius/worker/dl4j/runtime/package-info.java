// SPDX-License-Identifier: EPL-2.0
/** ND4J as a guest in this process: its settings, its memory, and arrays to feed it. */
package org.vesalius.worker.dl4j.runtime;
