// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.HashMap;
import java.util.Map;

/** The operators that are read; whatever else a graph holds becomes placeholders. */
final class OperatorReaders {
    private final Map<String, OperatorReader> readers = new HashMap<>();

    OperatorReaders(ArrayReader arrays) {
        FunctionReaders.addTo(readers);
        ArithmeticReaders.addTo(readers);
        DenseReaders.addTo(readers);
        readers.put("Conv", new ConvolutionReader());
        readers.put("ConvTranspose", new TransposedReader());
        PoolingReaders.addTo(readers);
        ReductionReaders.addTo(readers);
        NormalizationReaders.addTo(readers);
        GroupReaders.addTo(readers);
        AxisReaders.addTo(readers);
        PickReaders.addTo(readers);
        MergeReaders.addTo(readers);
        BorderReaders.addTo(readers);
        new ConstantReaders(arrays).addTo(readers);
        readers.put("RNN", new RecurrentReader());
        readers.put("LSTM", new RecurrentReader());
        readers.put("GRU", new RecurrentReader());
    }

    /** Reads an operator, or leaves a placeholder for it. */
    void read(ForeignNode node, Reading reading) {
        int mark = reading.sketch().mark();
        OperatorReader reader = readers.get(node.type());
        try {
            if (reader == null) {
                throw new NotExpressible("there is no layer for this operator");
            }
            reader.read(node, reading);
        } catch (NotExpressible e) {
            reading.sketch().backTo(mark);
            new Placeholders(reading).add(node, e.getMessage());
        }
    }
}
