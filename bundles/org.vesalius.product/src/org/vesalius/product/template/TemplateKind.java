// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.List;
import java.util.Optional;

import org.vesalius.network.Embedding;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.shape.Shape;

/** What a template is for, told by what goes in and what comes out. */
enum TemplateKind {
    /** Nothing yet. */
    EMPTY("Start from nothing"),
    /** Images to a decision. */
    IMAGE("Classify images"),
    /** Images or volumes to a map of the same extent. */
    SEGMENTATION("Segment images and volumes"),
    /** Volumes to a decision. */
    VOLUME("Classify volumes"),
    /** Sequences, signals and texts. */
    SEQUENCE("Sequences, signals and texts"),
    /** Rows of numbers. */
    RECORD("Records"),
    /** Several inputs. */
    FUSION("Several inputs together"),
    /** Whatever else. */
    OTHER("Other");

    private static final int SEQUENCE_AXES = 2;
    private static final int IMAGE_AXES = 3;
    private static final int VOLUME_AXES = 4;

    private final String label;

    TemplateKind(String label) {
        this.label = label;
    }

    /** Returns what the list calls it. */
    String label() {
        return label;
    }

    /** Returns the kind of a network. */
    static TemplateKind of(Network network, NetworkAnalysis analysis) {
        List<Layer> inputs = network.getLayers().stream().filter(Input.class::isInstance).toList();
        if (network.getLayers().isEmpty()) {
            return EMPTY;
        }
        if (inputs.size() > 1) {
            return FUSION;
        }
        boolean text = network.getLayers().stream().anyMatch(Embedding.class::isInstance);
        return inputs.isEmpty() ? OTHER : text ? SEQUENCE : of(axes(inputs.get(0), analysis), outputAxes(network, analysis));
    }

    private static TemplateKind of(int in, int out) {
        return switch (in) {
            case 1 -> RECORD;
            case SEQUENCE_AXES -> SEQUENCE;
            case IMAGE_AXES -> out >= IMAGE_AXES ? SEGMENTATION : IMAGE;
            case VOLUME_AXES -> out >= IMAGE_AXES ? SEGMENTATION : VOLUME;
            default -> OTHER;
        };
    }

    private static int outputAxes(Network network, NetworkAnalysis analysis) {
        return network.getLayers().stream().filter(Output.class::isInstance).findFirst()
                .map(output -> axes(output, analysis)).orElse(0);
    }

    private static int axes(Layer layer, NetworkAnalysis analysis) {
        Optional<Shape> shape = analysis.shapeOf(layer);
        return shape.map(known -> known.axes().size()).orElse(0);
    }
}
