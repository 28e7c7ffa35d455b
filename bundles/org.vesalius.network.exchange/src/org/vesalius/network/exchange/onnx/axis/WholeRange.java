// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Numbers;

/**
 * The numbers of a type of whole numbers. Source: github.com/onnx/onnx, Cast: whole numbers lose their higher bits,
 * decimals are cut off, and what decimals out of range become is not defined.
 *
 * @param bits how many bits a number has
 * @param signed whether numbers may be negative
 */
record WholeRange(int bits, boolean signed) {
    /** That of a type; empty if its numbers are not whole. */
    static Optional<WholeRange> of(DataType type) {
        return switch (type) {
            case INT8 -> Optional.of(new WholeRange(8, true));
            case INT16 -> Optional.of(new WholeRange(16, true));
            case INT32 -> Optional.of(new WholeRange(32, true));
            case INT64 -> Optional.of(new WholeRange(64, true));
            case UINT8 -> Optional.of(new WholeRange(8, false));
            case UINT16 -> Optional.of(new WholeRange(16, false));
            case UINT32 -> Optional.of(new WholeRange(32, false));
            case UINT64 -> Optional.of(new WholeRange(64, false));
            default -> Optional.empty();
        };
    }

    /** Whether all numbers of another type are in this one. */
    boolean holds(WholeRange other) {
        return signed == other.signed ? bits >= other.bits : signed && bits > other.bits;
    }

    /**
     * An array as numbers of this type.
     *
     * @throws NotExpressible if one is out of range and it is not defined what it becomes, or can't be held
     */
    ForeignArray cast(ForeignArray array) throws NotExpressible {
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.whole() ? lowest(array.values().whole(i)) : cut(array.values().get(i));
        }
        return new ForeignArray(array.dims(), Numbers.of(numbers), true);
    }

    private long lowest(long number) throws NotExpressible {
        if (bits == Long.SIZE) {
            if (!signed && number < 0) {
                throw outOfRange();
            }
            return number;
        }
        int above = Long.SIZE - bits;
        return signed ? number << above >> above : number << above >>> above;
    }

    private long cut(double number) throws NotExpressible {
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        // unsigned numbers of 64 bits are held as long, too
        double end = Math.scalb(1, signed || bits == Long.SIZE ? bits - 1 : bits);
        if (!(whole < end && whole >= (signed ? -end : 0))) {
            throw outOfRange();
        }
        return (long) whole;
    }

    private static NotExpressible outOfRange() {
        return new NotExpressible("it makes whole numbers of constants that are out of their range");
    }

    /** Weights that are stored as small whole numbers: (q − zero)·scale, for all or for each place along an axis. */
    static final class Dequantized {
        private Dequantized() {
        }

        /** The weights. @param in numbers, scales and perhaps zeros */
        static ForeignArray of(ForeignNode node, List<ForeignArray> in) throws NotExpressible {
            ForeignArray numbers = in.get(0);
            ForeignArray scale = along(in.get(1), numbers, node);
            ForeignArray zero = in.size() < 3 ? ForeignArray.computed(List.of(), 1, true, i -> 0)
                    : along(in.get(2), numbers, node);
            ForeignArray scales = Spread.over(scale, numbers.dims());
            ForeignArray zeros = Spread.over(zero, numbers.dims());
            return ForeignArray.computed(numbers.dims(), numbers.size(), false,
                    i -> (numbers.values().get(i) - zeros.values().get(i)) * scales.values().get(i));
        }

        private static ForeignArray along(ForeignArray values, ForeignArray numbers, ForeignNode node)
                throws NotExpressible {
            if (values.size() == 1) {
                return values.reshaped(List.of());
            }
            int rank = numbers.dims().size();
            long named = node.integer("axis", 1);
            int axis = (int) (named < 0 ? named + rank : named);
            if (axis < 0 || axis >= rank || values.dims().size() != 1 || values.size() != numbers.dims().get(axis)) {
                throw new NotExpressible("its scales don't belong to its numbers");
            }
            List<Integer> dims = new ArrayList<>(Collections.nCopies(rank, 1));
            dims.set(axis, values.size());
            return values.reshaped(dims);
        }
    }
}
