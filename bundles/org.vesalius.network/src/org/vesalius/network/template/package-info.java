// SPDX-License-Identifier: EPL-2.0
/** Networks to start from. */
package org.vesalius.network.template;
