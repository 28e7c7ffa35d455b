// SPDX-License-Identifier: EPL-2.0
/** What the wizards for new files have in common. */
package org.vesalius.ui.wizard;
