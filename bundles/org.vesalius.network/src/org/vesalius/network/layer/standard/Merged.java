// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.English;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.shape.Shape;

/** What layers with several inputs have in common. */
final class Merged {
    private Merged() {
    }

    /** Of two shapes that agree, the sizes that at least one of them knows. */
    static Shape known(Shape one, Shape other) {
        Shape result = one;
        for (int i = 0; i < one.rank(); i++) {
            if (!one.axes().get(i).known()) {
                result = result.withSize(i, other.size(i));
            }
        }
        return result;
    }

    /** What it gets from whom: {@code gets 30×30×64 from 'conv1' and 12 from 'age'}. */
    static String gets(Layer layer, List<Shape> inputs) {
        List<Layer> sources = Inputs.of(layer);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String from = i < sources.size() ? " from '" + sources.get(i).getName() + "'" : "";
            parts.add(inputs.get(i).display() + from);
        }
        return "gets " + English.all(parts);
    }
}
