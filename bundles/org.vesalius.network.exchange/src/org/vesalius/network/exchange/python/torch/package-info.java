// SPDX-License-Identifier: EPL-2.0
/** Networks as modules of PyTorch, in code that people read and go on with. */
package org.vesalius.network.exchange.python.torch;
