// SPDX-License-Identifier: EPL-2.0
/** Models on disk: complete or not there, so that a run can go on exactly from the newest one whatever happened. */
package org.vesalius.worker.checkpoint;
