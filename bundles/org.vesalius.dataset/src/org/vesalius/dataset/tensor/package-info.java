// SPDX-License-Identifier: EPL-2.0
/** Images as the arrays that networks take: resized, in grey or colour, cached. */
package org.vesalius.dataset.tensor;
