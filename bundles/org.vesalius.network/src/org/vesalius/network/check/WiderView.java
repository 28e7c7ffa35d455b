// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.Padding;
import org.vesalius.network.fix.InsertLayers;
import org.vesalius.network.fix.NewLayer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.inference.ReceptiveField;
import org.vesalius.network.layer.View;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/**
 * Makes the features before a layer see more of the image: by convolutions of 3 steps, each followed by a pooling that
 * halves the image.
 *
 * @param network the network
 * @param end the layer that gives the places up
 * @param field what each place before it sees
 * @param enough the part of the image that is to be seen
 */
record WiderView(CheckedNetwork network, Layer end, ReceptiveField field, double enough) {
    private static final int MOST_FILTERS = 512;
    private static final int MOST_STAGES = 10;

    /** The fix, if there is room for it. */
    List<Fix> fixes() {
        List<Connection> inputs = Inputs.connections(end);
        if (end instanceof Output || inputs.size() != 1) {
            return List.of();
        }
        Shape shape = network.inferred().shapeOf(inputs.get(0).getSource()).orElseThrow();
        int stages = stages(shape);
        if (stages == 0) {
            return List.of();
        }
        String label = stages == 1 ? "Insert a convolution and a pooling before " + LayerInfo.called(end)
                : "Insert " + stages + " convolutions, each with a pooling, before " + LayerInfo.called(end);
        return List.of(new InsertLayers(label, inputs.get(0), layers(shape, stages)));
    }

    /** How many are needed; 0 if the image gets too small before it is enough. */
    private int stages(Shape shape) {
        int axes = shape.rank() - 1;
        View conv = new View(Collections.nCopies(axes, 3.0), Collections.nCopies(axes, 1.0));
        View pool = new View(Collections.nCopies(axes, 2.0), Collections.nCopies(axes, 2.0));
        ReceptiveField seen = field;
        for (int stage = 1; stage <= MOST_STAGES; stage++) {
            seen = seen.through(conv).through(pool);
            if (!fits(shape, stage)) {
                return 0;
            }
            if (seen.coverage() >= enough) {
                return stage;
            }
        }
        return 0;
    }

    /** Whether each axis can be halved so many times. */
    private static boolean fits(Shape shape, int stages) {
        return shape.axes().subList(0, shape.rank() - 1).stream()
                .allMatch(axis -> axis.size() == Axis.UNKNOWN || axis.size() >> stages >= 1);
    }

    private static List<NewLayer> layers(Shape shape, int stages) {
        int dimensions = shape.rank() - 1;
        EClass conv = dimensions == 2 ? NetworkPackage.Literals.CONVOLUTION2_D
                : NetworkPackage.Literals.CONVOLUTION3_D;
        EClass pool = dimensions == 2 ? NetworkPackage.Literals.POOLING2_D : NetworkPackage.Literals.POOLING3_D;
        List<NewLayer> layers = new ArrayList<>();
        long filters = shape.last().size();
        for (int stage = 0; stage < stages; stage++) {
            filters = Math.max(filters, Math.min(2 * filters, MOST_FILTERS));
            int wanted = (int) filters;
            layers.add(new NewLayer(conv, added -> setUp((Convolution) added, wanted)));
            layers.add(new NewLayer(pool, added -> {}));
        }
        return layers;
    }

    private static void setUp(Convolution conv, int filters) {
        conv.setFilters(filters);
        conv.setPadding(Padding.SAME);
        conv.setActivation(ActivationFunction.RELU);
        EAttribute kernel = (EAttribute) conv.eClass().getEStructuralFeature("kernelSize");
        conv.eSet(kernel, EcoreUtil.createFromString(kernel.getEAttributeType(), "3"));
    }
}
