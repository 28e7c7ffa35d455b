// SPDX-License-Identifier: EPL-2.0
/** How parameters start: drawn here, not by DL4J, so that they follow Keras's rules and depend on the seed alone. */
package org.vesalius.worker.dl4j.initial;
