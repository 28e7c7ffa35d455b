// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import org.vesalius.network.Output;

/**
 * What an experiment compares an Output with.
 *
 * @param output the name of the {@link Output}
 * @param column the column of the data set that holds the truth
 * @param classes how many categories exclude each other there, at least 2
 */
public record ExpectedClasses(String output, String column, int classes) {
}
