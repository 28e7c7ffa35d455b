// SPDX-License-Identifier: EPL-2.0
/** Changes of a drawing that have to do with blocks. Each is plain editing of the model, so that it can be recorded. */
package org.vesalius.network.block.edit;
