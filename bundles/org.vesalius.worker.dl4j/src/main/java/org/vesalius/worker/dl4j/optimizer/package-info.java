// SPDX-License-Identifier: EPL-2.0
/** The optimisers of an experiment in DL4J's terms, with a learning rate that the harness sets. */
package org.vesalius.worker.dl4j.optimizer;
