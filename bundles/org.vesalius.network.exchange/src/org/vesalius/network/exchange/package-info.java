// SPDX-License-Identifier: EPL-2.0
/** Networks and their weights from and for other tools, each with a report of what became of every layer. */
package org.vesalius.network.exchange;
