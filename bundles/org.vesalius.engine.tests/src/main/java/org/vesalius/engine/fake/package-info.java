// SPDX-License-Identifier: EPL-2.0
/** An engine whose worker trains nothing and ends as told, for tests of what stands around a worker. */
package org.vesalius.engine.fake;
