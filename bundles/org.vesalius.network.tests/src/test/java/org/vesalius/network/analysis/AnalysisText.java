// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Graphs;

/** Everything that an analysis says, in words that are equal for equal networks. */
final class AnalysisText {
    private final List<String> lines = new ArrayList<>();

    private AnalysisText() {
    }

    static List<String> of(Network drawing, NetworkAnalysis analysis) {
        AnalysisText text = new AnalysisText();
        for (LayerGraph graph : Graphs.in(drawing)) {
            graph.getLayers().forEach(layer -> text.layer(layer, analysis));
            graph.getConnections().forEach(link -> text.lines.add(named(link) + " carries " + analysis.shapeOn(link)));
        }
        text.whole(analysis);
        text.expanded(analysis);
        analysis.problems().forEach(text::problem);
        return text.lines;
    }

    /** Everything that a network holds, and the order in which it does. */
    static List<String> of(Network drawing) {
        List<String> lines = new ArrayList<>(List.of(attributes(drawing)));
        drawing.eAllContents().forEachRemaining(object -> {
            lines.add(named(object) + " " + attributes(object));
            for (EReference reference : object.eClass().getEAllReferences()) {
                lines.add(reference.getName() + " " + value(object.eGet(reference)));
            }
        });
        return lines;
    }

    private void layer(Layer layer, NetworkAnalysis analysis) {
        lines.add(named(layer) + " " + analysis.figures(layer));
        lines.add(named(layer) + " " + analysis.shapeOf(layer) + analysis.parameters(layer) + analysis.weightSpecs(layer)
                + analysis.flops(layer) + analysis.activationBytes(layer, 3) + " is computed by "
                + analysis.expanded().copies(layer).stream().map(AnalysisText::named).toList());
    }

    private void whole(NetworkAnalysis analysis) {
        lines.add(analysis.total() + " " + analysis.trainingBytes(TrainingScale.usual()) + " " + analysis.valid());
        lines.add("order " + analysis.order().layers().stream().map(AnalysisText::named).toList());
        analysis.order().cycles().forEach(ring -> lines.add("ring " + ring.stream().map(AnalysisText::named).toList()));
    }

    private void expanded(NetworkAnalysis analysis) {
        Network flat = analysis.expanded().network();
        lines.add("flat " + flat.getName() + " " + flat.getDescription());
        for (Layer layer : flat.getLayers()) {
            lines.add(attributes(layer) + " from " + analysis.expanded().origin(layer).map(
                    origin -> named(origin.drawn()) + origin.repetitions()) + analysis.shapeOf(layer)
                    + analysis.expanded().drawn(layer).map(AnalysisText::named));
            lines.add(links(layer.getIncoming()) + " -> " + links(layer.getOutgoing()));
        }
        flat.getConnections().forEach(link -> lines.add(named(link) + " to " + link.getTargetInput()
                + analysis.expanded().drawn(link).map(AnalysisText::named)));
        analysis.expanded().problems().forEach(this::problem);
    }

    private static List<String> links(List<Connection> links) {
        return links.stream().map(AnalysisText::named).toList();
    }

    private static String attributes(EObject object) {
        StringBuilder text = new StringBuilder(object.eClass().getName());
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (!(feature instanceof EReference)) {
                text.append(' ').append(object.eGet(feature));
            }
        }
        object.eContents().forEach(inside -> text.append(" [").append(attributes(inside)).append(']'));
        return text.toString();
    }

    private void problem(Problem problem) {
        lines.add(problem.severity() + " " + problem.checkId() + " of " + problem.subject() + ": " + problem.message() + " "
                + problem.explanation());
        problem.fixes().forEach(fix -> lines.add("  " + fix(fix)));
    }

    /** A fix is a record; what it does to a new layer is a function, which its label tells about. */
    private static String fix(Object fix) {
        StringBuilder text = new StringBuilder(fix.getClass().getSimpleName());
        for (RecordComponent component : fix.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                text.append(' ').append(value(component.getAccessor().invoke(fix)));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return text.toString();
    }

    private static Object value(Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(AnalysisText::value).toList();
        }
        if (value instanceof ENamedElement element) {
            return element.getName();
        }
        if (value instanceof Consumer) {
            return "";
        }
        return value instanceof EObject object ? named(object)
                : value instanceof Record && (value instanceof Fix || value.getClass().getSimpleName().equals("NewLayer"))
                        ? fix(value) : String.valueOf(value);
    }

    /** Where an object stands in its network; ids and names may be missing, or be those of others. */
    private static String named(EObject object) {
        if (!(EcoreUtil.getRootContainer(object) instanceof Network)) {
            return object.eClass().getName() + " that is gone";
        }
        if (object.eContainer() == null) {
            return "";
        }
        List<?> around = object.eContainer().eContents();
        return named(object.eContainer()) + "/" + around.indexOf(object) + object.eClass().getName();
    }
}
