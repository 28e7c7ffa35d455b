// SPDX-License-Identifier: EPL-2.0
/**
 * How the values of columns become numbers. What an encoding takes from data, such as mean, standard deviation and what
 * stands in for missing values, is fitted on the training samples, once for each run, and frozen into it.
 */
package org.vesalius.experiment.encoding;
