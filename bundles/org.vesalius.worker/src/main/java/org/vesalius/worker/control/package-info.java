// SPDX-License-Identifier: EPL-2.0
/** What reaches a run from outside: the user's command and signals of the operating system. */
package org.vesalius.worker.control;
