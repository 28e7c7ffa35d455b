// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Placeholder;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** A layer of another tool: gives the shape that its file said, if any, and is never computed. */
final class PlaceholderBehavior implements LayerBehavior<Placeholder> {
    private static final String WHY = "The other tool has a layer type that Vesalius does not know. What it said of"
            + " the layer is kept in the attribute Settings, so that nothing is lost.";

    @Override
    public Class<Placeholder> type() {
        return Placeholder.class;
    }

    @Override
    public InputCount inputs() {
        return InputCount.atLeast(0);
    }

    @Override
    public Shape outputShape(Placeholder layer, List<Shape> inputs) throws ShapeMismatch {
        if (layer.getShape() == null) {
            throw new ShapeMismatchBuilder(layer).offer(removal(layer)).say(reason(layer), WHY);
        }
        return layer.getShape();
    }

    @Override
    public Optional<View> view(Placeholder layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    public OptionalLong flops(Placeholder layer, List<Shape> inputs, Shape output) {
        return OptionalLong.empty();
    }

    @Override
    public List<Problem> check(Placeholder layer, List<Shape> inputs) {
        return List.of(new Problem("network.placeholder", Severity.ERROR, "",
                LayerInfo.called(layer) + " " + reason(layer), WHY, List.of(removal(layer))));
    }

    private static RemoveElement removal(Placeholder layer) {
        return new RemoveElement("Remove " + LayerInfo.called(layer), layer);
    }

    private static String reason(Placeholder layer) {
        String type = layer.getForeignType();
        String what = type == null || type.isBlank() ? "a layer" : "the layer '" + type + "'";
        String origin = layer.getOrigin();
        String from = origin == null || origin.isBlank() ? "another tool" : origin;
        return "stands for " + what + " of " + from + ", which Vesalius can't compute; put layers in its place that do"
                + " the same, or remove it.";
    }
}
