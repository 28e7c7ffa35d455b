// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.weights.WeightTensor;

/** A table added to a sequence, one row for each step: learned positions. */
final class Positions {
    private Positions() {
    }

    /** Whether a constant holds one row for each step, or one number for each number. */
    static boolean fit(ForeignArray constant, View value) {
        return value.shape().rank() == 2 && value.order().equals(List.of(1, 2)) && constant.dims().size() >= 2
                && constant.size() == value.shape().elements().orElse(-1);
    }

    static View add(ForeignArray constant, View value, ForeignNode node, Reading reading) throws NotExpressible {
        WeightTensor table = FullConstant.inOrder(constant, value);
        if (table.rank() != 2) {
            throw new NotExpressible("it adds a constant of its own to each number");
        }
        PositionalEncoding positions = NetworkFactory.eINSTANCE.createPositionalEncoding();
        positions.setKind(PositionKind.LEARNED);
        positions.setMaxLength(table.shape().get(0));
        View result = reading.addInPlace(node, positions, value);
        reading.sketch().weight(positions, "embeddings", table);
        return result;
    }
}
