// SPDX-License-Identifier: EPL-2.0
/** Starts a worker that trains with DL4J on the CPU. */
package org.vesalius.engine.dl4j;
