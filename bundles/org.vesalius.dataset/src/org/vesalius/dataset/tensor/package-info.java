// SPDX-License-Identifier: EPL-2.0
/** Pictures as the arrays that networks take: resized, in grey or colour, cached. */
package org.vesalius.dataset.tensor;
