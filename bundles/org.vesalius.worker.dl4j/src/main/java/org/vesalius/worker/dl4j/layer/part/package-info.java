// SPDX-License-Identifier: EPL-2.0
/** What translators of several families build their layers from. */
package org.vesalius.worker.dl4j.layer.part;
