// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.LSTM;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;

/** Two LSTM layers over a series and a decision at its end. Source: Hochreiter and Schmidhuber 1997. */
final class SequenceLstm extends DrawnTemplate {
    private static final int UNITS = 64;

    SequenceLstm() {
        super("sequence-lstm", "Sequence LSTM", TemplateCategory.SEQUENCES, "Will something happen, such as death in"
                + " hospital, judged by the first 48 hours of 37 vital signs and laboratory values? Two recurrent"
                + " layers with a memory read the series, the last state decides yes or no; give the input the length"
                + " and the number of columns of your series. Source: Hochreiter and Schmidhuber, Long short-term"
                + " memory, Neural Computation 9 (1997) 1735–1780.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("series", Parts.input("time:48 features:37"))
                .add("lstm1", lstm(true)).add("dropout1", Parts.dropout(0.3))
                .add("lstm2", lstm(false)).add("dropout2", Parts.dropout(0.3))
                .add("fc1", Parts.dense(32, ActivationFunction.RELU))
                .add("fc2", Parts.dense(1, ActivationFunction.SIGMOID))
                .add("event", Parts.output(Loss.BINARY_CROSS_ENTROPY));
    }

    private static LSTM lstm(boolean sequences) {
        LSTM lstm = NetworkFactory.eINSTANCE.createLSTM();
        lstm.setUnits(UNITS);
        lstm.setReturnSequences(sequences);
        return lstm;
    }
}
