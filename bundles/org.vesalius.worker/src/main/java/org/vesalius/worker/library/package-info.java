// SPDX-License-Identifier: EPL-2.0
/** Finds the numerical library a run asks for. */
package org.vesalius.worker.library;
