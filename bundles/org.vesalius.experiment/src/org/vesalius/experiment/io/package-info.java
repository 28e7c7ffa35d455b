// SPDX-License-Identifier: EPL-2.0
/** Experiments as files, and the network and data set they name. */
package org.vesalius.experiment.io;
