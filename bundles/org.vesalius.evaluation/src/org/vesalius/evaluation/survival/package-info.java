// SPDX-License-Identifier: EPL-2.0
/** Times to an event, of which some are known only to be longer than the follow-up: likelihoods and agreement. */
package org.vesalius.evaluation.survival;
