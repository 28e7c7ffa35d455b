// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.axis.AxisReaders;
import org.vesalius.network.exchange.onnx.axis.ConstantFolding;
import org.vesalius.network.exchange.onnx.axis.ConstantReaders;
import org.vesalius.network.exchange.onnx.axis.PickReaders;
import org.vesalius.network.exchange.onnx.compute.ArithmeticReaders;
import org.vesalius.network.exchange.onnx.compute.DenseReaders;
import org.vesalius.network.exchange.onnx.compute.FunctionReaders;
import org.vesalius.network.exchange.onnx.compute.GroupReaders;
import org.vesalius.network.exchange.onnx.compute.NormalizationReaders;
import org.vesalius.network.exchange.onnx.compute.RecurrentReader;
import org.vesalius.network.exchange.onnx.compute.ReductionReaders;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Placeholders;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ArrayReader;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.window.ConvolutionReader;
import org.vesalius.network.exchange.onnx.window.PadReader;
import org.vesalius.network.exchange.onnx.window.PoolingReaders;
import org.vesalius.network.exchange.onnx.window.ResizeReader;
import org.vesalius.network.exchange.onnx.window.TransposedReader;

/** The operators that are read; whatever else a graph holds becomes placeholders. */
final class OperatorReaders {
    private final KnownOperators operators = new KnownOperators();
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
        readers.put("Pad", new PadReader());
        readers.put("Resize", new ResizeReader());
        readers.put("Upsample", new ResizeReader());
        new ConstantReaders(arrays).addTo(readers);
        readers.put("RNN", new RecurrentReader());
        readers.put("LSTM", new RecurrentReader());
        readers.put("GRU", new RecurrentReader());
    }

    private OperatorReader reader(ForeignNode node) throws NotExpressible {
        OperatorReader reader = readers.get(node.type());
        if (reader == null) {
            throw new NotExpressible("there is no layer for this operator");
        }
        return reader;
    }

    /** Reads an operator, or leaves a placeholder for it. */
    void read(ForeignNode node, Reading reading) {
        int mark = reading.begin();
        try {
            ForeignNode complete = operators.complete(node, reading);
            WholeNumbers.pass(complete, reading);
            Optional<ForeignArray> folded = ConstantFolding.fold(complete, reading);
            if (folded.isPresent()) {
                reading.put(node, folded.get());
            } else {
                reader(node).read(complete, reading);
            }
        } catch (NotExpressible e) {
            reading.backTo(mark);
            new Placeholders(reading).add(node, e.getMessage());
        }
    }
}
