// SPDX-License-Identifier: EPL-2.0
/** Which pictures show the same, however they are encoded, scaled or brightened. */
package org.vesalius.dataset.similar;
