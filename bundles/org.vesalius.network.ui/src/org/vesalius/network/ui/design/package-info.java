// SPDX-License-Identifier: EPL-2.0
/** A designer as the views beside it see it: they read and change its network and know nothing of the editor. */
package org.vesalius.network.ui.design;
