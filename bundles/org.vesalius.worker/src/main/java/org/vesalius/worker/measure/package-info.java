// SPDX-License-Identifier: EPL-2.0
/** What a trained network says about samples, and how good that is. */
package org.vesalius.worker.measure;
