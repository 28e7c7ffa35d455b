// SPDX-License-Identifier: EPL-2.0
/** What was decided about a data set, kept beside it and never changed. */
package org.vesalius.dataset.journal;
