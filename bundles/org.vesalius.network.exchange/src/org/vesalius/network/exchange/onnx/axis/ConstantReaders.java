// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.graph.ArrayReader;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Numbers;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.graph.Value;

/** Operators that give constants and sizes, with which graphs work out shapes as they run. */
public final class ConstantReaders {
    private final ArrayReader arrays;

    public ConstantReaders(ArrayReader arrays) {
        this.arrays = arrays;
    }

    public void addTo(Map<String, OperatorReader> readers) {
        readers.put("Constant", this::constant);
        readers.put("ConstantOfShape", this::filled);
        readers.put("Shape", ConstantReaders::shape);
        readers.put("Expand", ConstantReaders::expand);
        readers.put("Equal", SizeArithmetic::equal);
        readers.put("Where", SizeArithmetic::choose);
    }

    private void constant(ForeignNode node, Reading reading) throws NotExpressible {
        if (node.has("value")) {
            reading.put(node, arrays.read(node.get("value").orElseThrow().getT()));
        } else if (node.has("value_int")) {
            reading.put(node, Sizes.of(List.of(node.integer("value_int", 0)), true));
        } else if (node.has("value_ints")) {
            reading.put(node, ForeignArray.ofLongs(node.integers("value_ints")));
        } else if (node.has("value_float")) {
            reading.put(node, new ForeignArray(List.of(),
                    Numbers.of(new float[] {(float) node.number("value_float", 0)}), false));
        } else if (node.has("value_floats")) {
            List<Float> numbers = node.numbers("value_floats");
            reading.put(node, ForeignArray.computed(List.of(numbers.size()), numbers.size(), false, numbers::get));
        } else {
            throw new NotExpressible("its constant is of a kind that is not read");
        }
    }

    private void filled(ForeignNode node, Reading reading) {
        double number = node.get("value").map(attribute -> arrays.read(attribute.getT()))
                .filter(array -> array.size() == 1).map(ForeignArray::single).orElse(0.0);
        Optional<Sizes> sizes = SizeArithmetic.sizes(reading, node, 0);
        boolean row = sizes.isPresent() && sizes.get().sizes().size() == 1 && sizes.get().sizes().get(0) >= 0
                && sizes.get().sizes().get(0) <= Sizes.MOST && number == Math.rint(number);
        reading.put(node, row ? ForeignArray.ofLongs(Collections.nCopies(
                sizes.get().sizes().get(0).intValue(), (long) number)) : new Value.Filled(number));
    }

    private static void shape(ForeignNode node, Reading reading) throws NotExpressible {
        Value value = reading.value(node, 0).orElse(null);
        if (value instanceof ForeignArray array) {
            reading.put(node, ForeignArray.ofLongs(array.dims().stream().map(Integer::longValue).toList()));
            return;
        }
        if (value instanceof Sizes sizes) {
            reading.put(node, ForeignArray.ofLongs(sizes.single() ? List.of() : List.of((long) sizes.sizes().size())));
            return;
        }
        List<Long> dims = value instanceof Selection selection ? selection.dims() : reading.view(node, 0).dims();
        int start = (int) place(node.integer("start", 0), dims.size());
        int end = (int) place(node.integer("end", dims.size()), dims.size());
        if (start > end) {
            throw new NotExpressible("it asks for a part of a shape that is not there");
        }
        reading.put(node, Sizes.of(dims.subList(start, end), false));
    }

    /** A constant that is spread over samples is the same for each, and spreads by itself. */
    private static ForeignArray forEachSample(ForeignArray array, ForeignNode node, Reading reading)
            throws NotExpressible {
        List<Long> target = new ArrayList<>(SizeArithmetic.sizes(reading, node, 1).map(Sizes::sizes).orElse(List.of()));
        if (!target.isEmpty() && target.get(0) == Sizes.UNKNOWN) {
            target.set(0, 1L);
        }
        if (target.isEmpty() || target.contains(Sizes.UNKNOWN) || target.stream().anyMatch(size -> size < 1)) {
            throw new NotExpressible("its new sizes are not known");
        }
        return Spread.over(array, Spread.dims(array.dims(), target.stream().map(Math::toIntExact).toList()));
    }

    private static long place(long number, int size) {
        return Math.max(0, Math.min(size, number < 0 ? number + size : number));
    }

    /** States of recurrent layers are spread over the samples; they hold one number everywhere. */
    private static void expand(ForeignNode node, Reading reading) throws NotExpressible {
        Value value = reading.value(node, 0).orElse(null);
        if (value instanceof Value.Filled) {
            reading.put(node, value);
        } else if (value instanceof ForeignArray array && array.size() > 0 && array.isAll(array.single())) {
            reading.put(node, new Value.Filled(array.single()));
        } else if (value instanceof ForeignArray array) {
            reading.put(node, forEachSample(array, node, reading));
        } else {
            reading.put(node, RepeatReader.repeated(node, reading));
        }
    }
}
