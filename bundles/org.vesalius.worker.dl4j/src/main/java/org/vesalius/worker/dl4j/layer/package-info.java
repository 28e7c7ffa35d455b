// SPDX-License-Identifier: EPL-2.0
/** The layers of the metamodel in DL4J, one translator a type; names, defaults and arithmetic are those of Keras. */
package org.vesalius.worker.dl4j.layer;
