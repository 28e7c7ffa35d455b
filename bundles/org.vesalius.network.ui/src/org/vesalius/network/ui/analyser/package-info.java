// SPDX-License-Identifier: EPL-2.0
/** The Analyser view: what each layer of a network gives and costs, the totals, and the problems with their fixes. */
package org.vesalius.network.ui.analyser;
