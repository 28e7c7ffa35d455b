// SPDX-License-Identifier: EPL-2.0
/** The same work done for many samples on all processors. */
package org.vesalius.dataset.parallel;
