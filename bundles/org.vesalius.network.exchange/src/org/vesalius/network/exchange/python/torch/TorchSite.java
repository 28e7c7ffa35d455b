// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Layer;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What a layer is written with.
 *
 * @param code the class it is part of
 * @param written collects helpers and weights of the whole file
 * @param owner the layer of the network: the layer itself, or the wrapper around it
 * @param name what the layer is called in the code
 * @param path where the class stands in the network's module, with a dot at the end; empty for the network itself
 * @param inputs what it gets, in order
 * @param shape shape of one sample of its result
 * @param specs the weights of the owner
 */
record TorchSite(ModuleCode code, WrittenCode written, Layer owner, String name, String path,
        List<TorchSignal> inputs, Shape shape, List<WeightSpec> specs) {

    TorchSignal input() {
        return inputs.get(0);
    }

    /** The first input, in a layout. */
    TorchSignal input(boolean channelsFirst) {
        return in(channelsFirst, input());
    }

    /** All inputs, in one layout. */
    List<TorchSignal> inputs(boolean channelsFirst) {
        return inputs.stream().map(input -> in(channelsFirst, input)).toList();
    }

    /** A signal in a layout; the code permutes it where it has to. */
    TorchSignal in(boolean channelsFirst, TorchSignal signal) {
        if (signal.channelsFirst() == channelsFirst || signal.rank() == 1) {
            return new TorchSignal(signal.variable(), signal.shape(), channelsFirst);
        }
        return code.exchanged(signal);
    }

    /** Makes a part of the module. @return how the computation refers to it */
    String part(String expression) {
        code.part("self." + name + " = " + expression);
        return "self." + name;
    }

    /** Makes a second part, such as a parameter of its own. */
    String part(String suffix, String expression) {
        code.part("self." + name + "_" + suffix + " = " + expression);
        return "self." + name + "_" + suffix;
    }

    /** Adds a line that computes the result. */
    TorchSignal result(String expression, boolean channelsFirst) {
        code.step(name + " = " + expression);
        return new TorchSignal(name, shape, channelsFirst);
    }

    /** The same site for other inputs and another result: what a layer inside a wrapper sees. */
    TorchSite with(TorchSignal input, Shape newShape) {
        return new TorchSite(code, written, owner, name, path, List.of(input), newShape, specs);
    }

    /** Whether the layer has a weight. */
    boolean has(String weight) {
        return specs.stream().anyMatch(spec -> spec.name().equals(weight));
    }

    WeightSpec spec(String weight) {
        return specs.stream().filter(spec -> spec.name().equals(weight)).findFirst()
                .orElseThrow(() -> new IllegalStateException(owner.eClass().getName() + " has no weight " + weight));
    }

    /**
     * Says where a weight goes.
     *
     * @param target what holds it, behind the layer's name: {@code .weight} or {@code _gamma}
     * @param conversion what is done to the array; may be empty
     */
    void load(String weight, String target, String conversion) {
        spec(weight);
        written.load(new WrittenCode.LoadedWeight(path + name + target, WrittenCode.key(owner.getId(), weight), conversion));
    }

    /** Says where a weight goes that the layer may lack. */
    void loadIf(boolean present, String weight, String target, String conversion) {
        if (present) {
            load(weight, target, conversion);
        }
    }

    /** The error that this layer can't be written. */
    ReportedException refuse(String why, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                LayerInfo.called(owner) + " can't be written for PyTorch: " + why + ".", remedy);
    }
}
