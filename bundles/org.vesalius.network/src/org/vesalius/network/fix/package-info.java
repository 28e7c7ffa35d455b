// SPDX-License-Identifier: EPL-2.0
/** Changes of a network that remove a problem, one class for each kind of change. */
package org.vesalius.network.fix;
