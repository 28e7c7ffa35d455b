// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Optional;

import org.vesalius.core.check.Fix;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.command.ApplyFixCommand;
import org.vesalius.network.ui.editor.NetworkEditor;

/**
 * Applies a fix to the network that is edited. The live analysis works on copies, so the network itself
 * is checked once more and the same fix is looked for; if the problem is gone by now, nothing happens.
 */
public final class FixRunner {
    private final NetworkEditor editor;

    /** @param editor the designer whose network is mended */
    public FixRunner(NetworkEditor editor) {
        this.editor = editor;
    }

    /** Applies the fix that a check offers for a layer under this label, as one command. */
    public void apply(String check, String layer, String label) {
        find(check, layer, label)
                .ifPresent(fix -> editor.commands().execute(new ApplyFixCommand(editor.network(), fix)));
    }

    /** Looks for a fix by the check and layer it belongs to, and its label. */
    private Optional<Fix> find(String check, String layer, String label) {
        return LayerTypes.analyzer().analyze(editor.network()).problems().stream()
                .filter(problem -> problem.checkId().equals(check) && problem.subject().equals(layer))
                .flatMap(problem -> problem.fixes().stream()).filter(fix -> fix.label().equals(label)).findFirst();
    }
}
