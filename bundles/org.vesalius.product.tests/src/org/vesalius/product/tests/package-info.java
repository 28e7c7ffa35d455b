// SPDX-License-Identifier: EPL-2.0
/** Tests that open the product as a person does. */
package org.vesalius.product.tests;
