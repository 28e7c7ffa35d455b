// SPDX-License-Identifier: EPL-2.0
/**
 * How long-running work tells how far it is and learns that it is no longer wanted.
 *
 * @since 1.0
 */
package org.vesalius.core.progress;
