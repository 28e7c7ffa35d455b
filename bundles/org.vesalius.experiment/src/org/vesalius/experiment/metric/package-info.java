// SPDX-License-Identifier: EPL-2.0
/** What is measured, named by ids: metrics, their values, and what of them is monitored. */
package org.vesalius.experiment.metric;
