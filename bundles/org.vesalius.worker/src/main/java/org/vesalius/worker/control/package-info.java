// SPDX-License-Identifier: EPL-2.0
/** What reaches a run from outside: the user's wish, signals of the operating system, and locks against other runs. */
package org.vesalius.worker.control;
