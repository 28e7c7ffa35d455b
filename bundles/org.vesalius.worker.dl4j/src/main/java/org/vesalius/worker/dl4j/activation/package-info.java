// SPDX-License-Identifier: EPL-2.0
/** Activation functions that DL4J lacks or only approximates. */
package org.vesalius.worker.dl4j.activation;
