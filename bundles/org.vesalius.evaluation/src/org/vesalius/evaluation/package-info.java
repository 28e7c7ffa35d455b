// SPDX-License-Identifier: EPL-2.0
/** Metrics of a trained network, computed from its predictions. */
package org.vesalius.evaluation;
