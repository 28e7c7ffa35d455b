// SPDX-License-Identifier: EPL-2.0
/** How quick the canvas is with large networks; started by {@code releng/benchmarks/canvas}, not part of a build. */
package org.vesalius.network.ui.tests.benchmark;
