// SPDX-License-Identifier: EPL-2.0
/** Starts runs in worker processes, finds them again, watches them through their folders and tells how they ended. */
package org.vesalius.engine.run;
