// SPDX-License-Identifier: EPL-2.0
/** Measures of how well truth and prediction agree, one class a kind of truth; each names its source. */
package org.vesalius.evaluation.metric;
