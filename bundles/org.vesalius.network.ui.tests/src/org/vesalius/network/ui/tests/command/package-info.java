// SPDX-License-Identifier: EPL-2.0
/** Tests of what a user can do to a network, without a window. */
package org.vesalius.network.ui.tests.command;
