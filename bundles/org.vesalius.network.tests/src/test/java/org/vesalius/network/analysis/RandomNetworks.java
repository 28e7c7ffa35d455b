// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/** Draws networks without sense: any layers, any attributes, any connections, some with loose ends. */
final class RandomNetworks {
    private static final List<String> SHAPES = List.of("128x128x3", "?x?x1", "100x32", "?x8", "30", "?",
            "2147483647x2147483647x2147483647", "1", "1x1", "4x4x4x4", "a:1 b:2 c:3 d:4 e:5 f:6 g:7 h:8");
    private static final List<AxisOrder> ORDERS = List.of(AxisOrder.valueOf("1"), AxisOrder.valueOf("2,1"),
            AxisOrder.valueOf("3,1,2"));
    private static final int[] INTS = {Integer.MIN_VALUE, -1, 0, 1, 1, 2, 3, 5, 64, 1_000_000, Integer.MAX_VALUE};
    private static final double[] DOUBLES = {Double.NaN, Double.NEGATIVE_INFINITY, -1, 0, 0.5, 0.5, 0.99, 1, 1e300};
    private static final List<EClass> TYPES = StandardLayers.catalog().types();

    private final Random random;

    RandomNetworks(long seed) {
        random = new Random(seed);
    }

    Network draw() {
        Network network = NetworkFactory.eINSTANCE.createNetwork();
        int layers = random.nextInt(12);
        for (int i = 0; i < layers; i++) {
            network.getLayers().add(layer(0));
        }
        int connections = random.nextInt(2 * layers + 1);
        for (int i = 0; i < connections; i++) {
            network.getConnections().add(connection(network));
        }
        return network;
    }

    private Connection connection(Network network) {
        Connection connection = NetworkFactory.eINSTANCE.createConnection();
        connection.setSource(end(network));
        connection.setTarget(end(network));
        connection.setTargetInput(random.nextInt(5) == 0 ? pick(INTS) : random.nextInt(3));
        return connection;
    }

    private Layer end(Network network) {
        return switch (random.nextInt(20)) {
            case 0 -> null;
            case 1 -> layer(0);
            default -> network.getLayers().get(random.nextInt(network.getLayers().size()));
        };
    }

    /** A layer of any type, with anything in its attributes. */
    Layer any() {
        return layer(0);
    }

    private Layer layer(int depth) {
        Layer layer = (Layer) EcoreUtil.create(TYPES.get(random.nextInt(TYPES.size())));
        for (EAttribute attribute : layer.eClass().getEAllAttributes()) {
            if (random.nextInt(3) == 0) {
                layer.eSet(attribute, value(attribute));
            }
        }
        if (layer instanceof Input input && random.nextInt(6) > 0) {
            input.setShape(Shape.valueOf(SHAPES.get(random.nextInt(SHAPES.size()))));
        }
        for (EReference reference : layer.eClass().getEAllContainments()) {
            if (!reference.isMany() && depth < 10 && random.nextInt(8) > 0) {
                layer.eSet(reference, layer(depth + 1));
            }
        }
        return layer;
    }

    Object value(EAttribute attribute) {
        if (attribute.getEType() instanceof EEnum choice) {
            return choice.getELiterals().get(random.nextInt(choice.getELiterals().size())).getInstance();
        }
        return switch (attribute.getEType().getName()) {
            case "EInt" -> pick(INTS);
            case "EDouble" -> DOUBLES[random.nextInt(DOUBLES.length)];
            case "EBoolean" -> random.nextBoolean();
            case "EString" -> random.nextBoolean() ? "n" + random.nextInt(6) : null;
            case "Size2D" -> random.nextInt(5) == 0 ? null : new Size2D(pick(INTS), pick(INTS));
            case "Size3D" -> random.nextInt(5) == 0 ? null : new Size3D(pick(INTS), pick(INTS), pick(INTS));
            case "Shape" -> Shape.valueOf(SHAPES.get(random.nextInt(SHAPES.size())));
            case "AxisOrder" -> ORDERS.get(random.nextInt(ORDERS.size()));
            default -> null;
        };
    }

    private int pick(int[] values) {
        return values[random.nextInt(values.length)];
    }
}
