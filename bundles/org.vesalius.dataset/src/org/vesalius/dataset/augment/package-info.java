// SPDX-License-Identifier: EPL-2.0
/** Pictures changed at random while a network trains, the same way on every engine and machine. */
package org.vesalius.dataset.augment;
