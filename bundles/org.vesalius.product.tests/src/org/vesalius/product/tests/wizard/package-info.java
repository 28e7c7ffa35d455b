// SPDX-License-Identifier: EPL-2.0
/** Tests of the wizards for projects and networks in the open window. */
package org.vesalius.product.tests.wizard;
