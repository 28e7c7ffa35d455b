// SPDX-License-Identifier: EPL-2.0
/** The headless application: every command of the product. */
package org.vesalius.cli;
