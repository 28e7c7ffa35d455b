// SPDX-License-Identifier: EPL-2.0
/** What commands work with: the installed engines, the console, Ctrl-C, the log, and the exit codes they answer. */
package org.vesalius.cli.context;
