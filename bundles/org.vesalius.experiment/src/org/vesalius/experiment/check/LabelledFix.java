// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import org.vesalius.core.check.Fix;

/**
 * A change with its name.
 *
 * @param label the text of the menu entry
 * @param change what is done
 */
record LabelledFix(String label, Runnable change) implements Fix {
    @Override
    public void apply() {
        change.run();
    }
}
