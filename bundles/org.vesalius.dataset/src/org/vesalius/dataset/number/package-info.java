// SPDX-License-Identifier: EPL-2.0
/** Arrays of numbers in files: those of NumPy, and tables. */
package org.vesalius.dataset.number;
