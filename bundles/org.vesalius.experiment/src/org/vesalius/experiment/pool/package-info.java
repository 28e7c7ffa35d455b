// SPDX-License-Identifier: EPL-2.0
/** The runs of a cross-validation measured together. */
package org.vesalius.experiment.pool;
