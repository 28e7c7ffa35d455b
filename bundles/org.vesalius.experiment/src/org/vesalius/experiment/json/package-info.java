// SPDX-License-Identifier: EPL-2.0
/** How the values of run folders are written in JSON: instants as ISO 8601, numbers that are not finite as strings. */
package org.vesalius.experiment.json;
