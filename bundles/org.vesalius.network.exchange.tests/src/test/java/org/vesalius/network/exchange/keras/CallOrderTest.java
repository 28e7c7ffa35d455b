// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vesalius.network.exchange.keras.model.CallOrder;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.KerasModel;
import org.vesalius.network.exchange.keras.model.LayerCall;
import org.vesalius.network.exchange.keras.model.LayerCall.TensorRef;
import static org.assertj.core.api.Assertions.assertThat;

/** Uses of layers come behind what they are given, whatever the order of the file. */
class CallOrderTest {
    private static final int LAYERS = 30_000;

    /** A model this long ends within the limit of a test only if nothing is counted anew for each reference. */
    @Test
    void aLongChainThatIsWrittenBackwards() {
        List<KerasLayer> layers = new ArrayList<>(IntStream.range(1, LAYERS)
                .mapToObj(i -> layer("l" + i, List.of(call("l" + (i - 1), 0)))).toList());
        layers.add(0, layer("l0", List.of()));
        Collections.reverse(layers);
        KerasModel model = new KerasModel("long", layers, List.of(new TensorRef("l0", 0, 0)),
                IntStream.range(1, LAYERS).mapToObj(i -> new TensorRef("l" + i, 0, 0)).toList());
        CallOrder order = new CallOrder(model);

        assertThat(order.steps()).extracting(step -> step.layer().name())
                .containsExactlyElementsOf(IntStream.range(1, LAYERS).mapToObj(i -> "l" + i).toList());
        assertThat(model.outputs()).allSatisfy(ref -> assertThat(order.resolved(ref)).isEqualTo(ref));
    }

    /** Keras counts the making of a nested model as its first use. */
    @Test
    void theUsesOfANestedModelCountFromZero() {
        KerasModel inside = new KerasModel("inside", List.of(layer("in", List.of())),
                List.of(new TensorRef("in", 0, 0)), List.of(new TensorRef("in", 0, 0)));
        KerasLayer nested = new KerasLayer("inside", "Functional", "Functional", new JsonObject(), Optional.of(inside),
                List.of(call("x", 0)), Optional.empty());
        KerasModel model = new KerasModel("outer", List.of(layer("x", List.of()), nested,
                layer("fc", List.of(call("inside", 1)))), List.of(new TensorRef("x", 0, 0)),
                List.of(new TensorRef("inside", 1, 0), new TensorRef("fc", 0, 0)));
        CallOrder order = new CallOrder(model);

        assertThat(order.resolved(new TensorRef("inside", 1, 0))).isEqualTo(new TensorRef("inside", 0, 0));
        assertThat(order.resolved(new TensorRef("fc", 0, 0))).isEqualTo(new TensorRef("fc", 0, 0));
        assertThat(order.steps()).extracting(step -> step.layer().name()).containsExactly("inside", "fc");
    }

    private static KerasLayer layer(String name, List<LayerCall> calls) {
        return new KerasLayer(name, "Dense", "Dense", new JsonObject(), Optional.empty(), calls, Optional.empty());
    }

    private static LayerCall call(String source, int node) {
        return new LayerCall(List.of(new TensorRef(source, node, 0)), new JsonObject());
    }
}
