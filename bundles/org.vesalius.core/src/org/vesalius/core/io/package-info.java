// SPDX-License-Identifier: EPL-2.0
/** Files written whole or not at all, and hashes that identify their content. */
package org.vesalius.core.io;
