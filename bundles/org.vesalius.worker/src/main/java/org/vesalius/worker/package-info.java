// SPDX-License-Identifier: EPL-2.0
/** The harness inside the worker JVM: batches, control, events and checkpoints. */
package org.vesalius.worker;
