// SPDX-License-Identifier: EPL-2.0
/** What tests of the window share: the UI thread, waiting for conditions, a real mouse and keyboard, screenshots. */
package org.vesalius.ui.tests.harness;
