// SPDX-License-Identifier: EPL-2.0
/** How what an output says is measured and kept, by the task of the output. */
package org.vesalius.evaluation.output;
