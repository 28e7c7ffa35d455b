// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Optional;

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
}
