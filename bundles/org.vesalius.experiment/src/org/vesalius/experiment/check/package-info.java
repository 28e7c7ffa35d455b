// SPDX-License-Identifier: EPL-2.0
/** Checks that find out before training what would make it fail or mislead. */
package org.vesalius.experiment.check;
