// SPDX-License-Identifier: EPL-2.0
/** The queues for the devices of this machine, between the processes that compute on them. */
package org.vesalius.worker.device;
