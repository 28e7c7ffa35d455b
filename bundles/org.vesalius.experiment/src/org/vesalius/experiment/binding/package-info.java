// SPDX-License-Identifier: EPL-2.0
/** Which column of the data set feeds which input of the network, and which column each output is compared with. */
package org.vesalius.experiment.binding;
