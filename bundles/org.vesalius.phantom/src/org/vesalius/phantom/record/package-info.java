// SPDX-License-Identifier: EPL-2.0
/**
 * Tables of made-up patients. Each is drawn from a model whose effects are written down here, so that what can be learned from
 * it at best is computed from the model and not guessed.
 */
package org.vesalius.phantom.record;
