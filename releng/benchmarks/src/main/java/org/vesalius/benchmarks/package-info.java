// SPDX-License-Identifier: EPL-2.0
/** Measures speed: what is compared runs in turns, so that other work on the machine strikes both alike. */
package org.vesalius.benchmarks;
