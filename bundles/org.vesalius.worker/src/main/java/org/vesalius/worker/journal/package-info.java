// SPDX-License-Identifier: EPL-2.0
/** What the worker tells whoever watches: the run record, the events, the log. */
package org.vesalius.worker.journal;
