// SPDX-License-Identifier: EPL-2.0
/** Networks from and for other tools, each way with a report that tells what became of every layer. */
package org.vesalius.network.ui.exchange;
