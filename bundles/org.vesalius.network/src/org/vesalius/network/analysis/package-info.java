// SPDX-License-Identifier: EPL-2.0
/** The result of everything that can be said about a network before it is trained. */
package org.vesalius.network.analysis;
