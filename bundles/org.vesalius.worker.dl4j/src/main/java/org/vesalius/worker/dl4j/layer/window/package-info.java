// SPDX-License-Identifier: EPL-2.0
/** Convolutions and poolings: layers whose window slides over their input. */
package org.vesalius.worker.dl4j.layer.window;
