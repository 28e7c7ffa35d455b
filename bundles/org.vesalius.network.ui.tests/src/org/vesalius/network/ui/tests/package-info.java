// SPDX-License-Identifier: EPL-2.0
/** Tests of the designer in the open window, by a real mouse and real keys. */
package org.vesalius.network.ui.tests;
