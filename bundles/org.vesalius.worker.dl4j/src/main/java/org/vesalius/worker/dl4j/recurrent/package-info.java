// SPDX-License-Identifier: EPL-2.0
/**
 * Recurrent layers: all products with the inputs of a sequence in one, then step after step. DL4J's own know neither
 * GRU nor other gates than those of a sigmoid, and take several times as long.
 */
package org.vesalius.worker.dl4j.recurrent;
