// SPDX-License-Identifier: EPL-2.0
/** Computes with networks that belong to no run: what they are given, and where results go. */
package org.vesalius.worker.compute;
