// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.EnumSet;
import java.util.Set;

/** Types of numbers. */
final class NumberTypes {
    private static final Set<DataType> DECIMAL = EnumSet.of(DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16,
            DataType.BFLOAT16);

    private NumberTypes() {
    }

    /** Whether numbers of a type have decimals. */
    static boolean areDecimal(DataType type) {
        return DECIMAL.contains(type);
    }

    /** Whether numbers of a type have fewer digits than those which layers compute with. */
    static boolean areHalf(DataType type) {
        return type == DataType.FLOAT16 || type == DataType.BFLOAT16;
    }
}
