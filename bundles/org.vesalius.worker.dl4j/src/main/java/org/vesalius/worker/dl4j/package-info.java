// SPDX-License-Identifier: EPL-2.0
/** Networks built and trained with DL4J, one translator a layer type. */
package org.vesalius.worker.dl4j;
