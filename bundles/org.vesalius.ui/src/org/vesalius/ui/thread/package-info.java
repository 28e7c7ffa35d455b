// SPDX-License-Identifier: EPL-2.0
/** What is done beside the UI thread, and how its results come back to it. */
package org.vesalius.ui.thread;
