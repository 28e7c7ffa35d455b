// SPDX-License-Identifier: EPL-2.0
/** Fields for what a metamodel declares: made from its annotations, and the same in every editor. */
package org.vesalius.ui.field;
