// SPDX-License-Identifier: EPL-2.0
/** What a user can do to a network: one command, and so one undo entry, for each act. */
package org.vesalius.network.ui.command;
