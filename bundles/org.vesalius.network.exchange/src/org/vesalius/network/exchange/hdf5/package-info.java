// SPDX-License-Identifier: EPL-2.0
/** Files of the format HDF5, as far as networks are kept in them: groups, texts as attributes, arrays of numbers. */
package org.vesalius.network.exchange.hdf5;
