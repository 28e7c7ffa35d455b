// SPDX-License-Identifier: EPL-2.0
/** What a run has to remember between two epochs. */
package org.vesalius.worker.state;
