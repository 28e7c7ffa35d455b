// SPDX-License-Identifier: EPL-2.0
/** What the worker can be asked for on its command line. */
package org.vesalius.worker.verb;
