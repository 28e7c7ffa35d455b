// SPDX-License-Identifier: EPL-2.0
/** What a network has learned: the numbers of its layers under the names and layouts of Keras 2, and their file. */
package org.vesalius.network.weights;
