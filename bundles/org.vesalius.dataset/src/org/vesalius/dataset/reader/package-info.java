// SPDX-License-Identifier: EPL-2.0
/**
 * What turns the value of an image column into an image; readers are looked up by id, and plug-ins can add some.
 *
 * @since 1.0
 */
package org.vesalius.dataset.reader;
