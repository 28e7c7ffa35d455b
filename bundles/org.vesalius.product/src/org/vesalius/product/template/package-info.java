// SPDX-License-Identifier: EPL-2.0
/** Choosing a template for a network: what there is, what it looks like, and what can be set before it is made. */
package org.vesalius.product.template;
