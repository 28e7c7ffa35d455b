// SPDX-License-Identifier: EPL-2.0
/**
 * What happens during a run, as lines of JSON in {@code events.jsonl}: one writer (the worker), any number of readers.
 *
 * <p>Events name samples by nothing but counts; no patient data and no file name of a user's image stands in them.
 */
package org.vesalius.experiment.event;
