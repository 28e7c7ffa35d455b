// SPDX-License-Identifier: EPL-2.0
/** Tests of the live analysis. */
package org.vesalius.network.ui.analysis;
