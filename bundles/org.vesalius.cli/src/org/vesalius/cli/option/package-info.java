// SPDX-License-Identifier: EPL-2.0
/** Options and arguments that several commands share. */
package org.vesalius.cli.option;
