// SPDX-License-Identifier: EPL-2.0
/** The experiment editor and the view of a training. */
package org.vesalius.experiment.ui;
