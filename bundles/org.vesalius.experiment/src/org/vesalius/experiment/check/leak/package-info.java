// SPDX-License-Identifier: EPL-2.0
/** What tells the label of samples alone, though it is no finding: what is missing, where and how images were taken. */
package org.vesalius.experiment.check.leak;
