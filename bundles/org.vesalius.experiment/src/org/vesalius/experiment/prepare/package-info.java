// SPDX-License-Identifier: EPL-2.0
/** From an experiment to a run: checked, and frozen in a folder of its own. */
package org.vesalius.experiment.prepare;
