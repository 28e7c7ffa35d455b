// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.StringJoiner;

import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;

/** What the tooltip of a layer tells: what it gives, what it costs, and its problems with their reasons. */
final class LayerTip {
    private static final int LINE = 72;

    private LayerTip() {
    }

    static String of(Layer layer, DesignContext context) {
        AnalysisSnapshot analysis = context.analysis();
        StringJoiner lines = new StringJoiner("\n");
        analysis.shapeOf(layer).map(Shape::display).ifPresent(shape -> lines.add("Gives " + shape));
        long parameters = analysis.parameters(layer);
        if (parameters > 0) {
            lines.add(String.format("%,d parameters", parameters));
        }
        for (Problem problem : analysis.problems(layer)) {
            lines.add("");
            lines.add(WordWrap.wrap(problem.message(), LINE));
            lines.add(WordWrap.wrap(problem.explanation(), LINE));
            problem.fixes().forEach(fix -> lines.add("Fix in the context menu: " + fix.label()));
        }
        return lines.toString().strip();
    }
}
