// SPDX-License-Identifier: EPL-2.0
/** What tells two versions of a drawing apart, and how changes of two people come together. Places do not matter. */
package org.vesalius.network.diff;
