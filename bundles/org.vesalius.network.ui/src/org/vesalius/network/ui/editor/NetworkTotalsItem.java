// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import org.eclipse.jface.action.StatusLineContributionItem;
import org.eclipse.ui.IEditorSite;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.analysis.NetworkTotals;

/** The size and cost of the network in the status line. */
final class NetworkTotalsItem extends StatusLineContributionItem {
    private static final int CHARACTERS = 62;

    NetworkTotalsItem() {
        super("org.vesalius.network.ui.totals", CHARACTERS);
        setText("");
    }

    /** Shows what an analysis says. */
    void show(AnalysisSnapshot snapshot) {
        setText(NetworkTotals.of(snapshot).filter(totals -> totals.parameters() > 0).map(NetworkTotalsItem::text)
                .orElse(""));
    }

    private static String text(NetworkTotals totals) {
        String parameters = totals.parametersText() + " parameters";
        return totals.trainingBytes().isEmpty() ? parameters : parameters + ", training " + totals.memoryText();
    }
}
