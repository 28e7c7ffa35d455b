// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.check;

/** How much a {@link Problem} weighs, the heaviest first. */
public enum Severity {
    /** It can't run like this. */
    ERROR,
    /** It runs, but the result is likely not what the user wants. */
    WARNING,
    /** It could be done better. */
    ADVICE
}
