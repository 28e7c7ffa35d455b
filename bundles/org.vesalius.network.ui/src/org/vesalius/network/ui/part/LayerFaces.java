// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;
import java.util.StringJoiner;

import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.LayerSummary;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.figure.LayerFace;
import org.vesalius.network.ui.figure.LayerFace.Trouble;
import org.vesalius.ui.field.WordWrap;

/** Says what the figure of a layer shows. */
final class LayerFaces {
    private static final int LINE = 72;

    private LayerFaces() {
    }

    static LayerFace of(Layer layer, DesignContext context) {
        List<Problem> problems = context.analysis().problems(layer);
        LayerInfo info = LayerInfo.of(layer.eClass());
        String name = layer.getName() == null ? "" : layer.getName();
        return new LayerFace(name, info.label(), summary(layer), info.category(),
                context.images().icon(layer.eClass()), context.images().badge(problems), trouble(problems),
                isStack(layer), mark(layer));
    }

    private static Trouble trouble(List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            return Trouble.ERROR;
        }
        boolean warned = problems.stream().anyMatch(problem -> problem.severity() == Severity.WARNING);
        return warned ? Trouble.WARNING : Trouble.NONE;
    }

    /** A block says how much is inside; what that is shows when it is expanded. */
    private static String summary(Layer layer) {
        if (layer instanceof Block block) {
            long count = block.getLayers().stream().filter(inner -> !isEnd(inner)).count();
            return count == 1 ? "1 layer" : count + " layers";
        }
        return isEnd(layer) ? "" : LayerSummary.of(layer);
    }

    private static boolean isEnd(Layer layer) {
        return layer instanceof BlockInput || layer instanceof BlockOutput;
    }

    private static boolean isStack(Layer layer) {
        return layer instanceof BlockReference || layer instanceof Block block && block.isCollapsed();
    }

    private static String mark(Layer layer) {
        int repeat = 1;
        if (layer instanceof Block block) {
            repeat = block.getRepeat();
        } else if (layer instanceof BlockReference reference) {
            repeat = reference.getRepeat();
        }
        return repeat == 1 ? "" : "×" + repeat;
    }

    /** What the tooltip tells: what the layer gives, what it costs, and its problems with their reasons. */
    static String tip(Layer layer, DesignContext context) {
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
