// SPDX-License-Identifier: EPL-2.0
/** Lists of problems with their reasons and fixes. */
package org.vesalius.ui.problem;
