// SPDX-License-Identifier: EPL-2.0
/** An experiment as a model, the run folder, its events and its provenance. */
package org.vesalius.experiment.run;
