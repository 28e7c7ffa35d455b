// SPDX-License-Identifier: EPL-2.0
/**
 * What a check of a data set is, so that plug-ins can add some.
 *
 * @since 1.0
 */
package org.vesalius.dataset.check;
