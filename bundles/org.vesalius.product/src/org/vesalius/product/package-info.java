// SPDX-License-Identifier: EPL-2.0
/** The application with its branding. */
package org.vesalius.product;
