// SPDX-License-Identifier: EPL-2.0
/** The commands, one class each. */
package org.vesalius.cli.command;
