// SPDX-License-Identifier: EPL-2.0
/** Steps without parameters that rearrange, widen or narrow an array, each with the way back for the gradient. */
package org.vesalius.worker.dl4j.step;
