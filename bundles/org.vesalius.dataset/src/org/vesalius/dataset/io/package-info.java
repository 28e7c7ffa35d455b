// SPDX-License-Identifier: EPL-2.0
/** Data sets on disk: {@code dataset.json} and {@code samples.csv}. */
package org.vesalius.dataset.io;
