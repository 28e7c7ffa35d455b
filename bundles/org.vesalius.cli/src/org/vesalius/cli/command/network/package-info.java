// SPDX-License-Identifier: EPL-2.0
/** The commands about network files. */
package org.vesalius.cli.command.network;
