// SPDX-License-Identifier: EPL-2.0
/** Where contributions of plug-ins meet the plain core: the extension points of this bundle and what reads them. */
package org.vesalius.engine.registry;
