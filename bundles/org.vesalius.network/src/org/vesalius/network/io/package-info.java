// SPDX-License-Identifier: EPL-2.0
/** Networks in files. */
package org.vesalius.network.io;
