// SPDX-License-Identifier: EPL-2.0
/** Activation functions that ND4J lacks, computes only roughly, or turns into NaN for large numbers. */
package org.vesalius.worker.dl4j.activation;
