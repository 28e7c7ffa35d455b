// SPDX-License-Identifier: EPL-2.0
/** Images changed at random while a network trains, the same way on every engine and machine. */
package org.vesalius.dataset.augment;
