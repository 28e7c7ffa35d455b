// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

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
        return value.rank() == 3 && value.isBatchFirst() && constant.dims().size() >= 2
                && value.groups().subList(1, 3).stream().noneMatch(group -> Atom.essential(group).isEmpty())
                && constant.size() == value.shape().elements().orElse(-1);
    }

    static View add(ForeignArray constant, View value, ForeignNode node, Reading reading) throws NotExpressible {
        View steps = reading.asItIs(value, node.called());
        WeightTensor table = FullConstant.inOrder(constant, steps);
        PositionalEncoding positions = NetworkFactory.eINSTANCE.createPositionalEncoding();
        positions.setKind(PositionKind.LEARNED);
        positions.setMaxLength(table.shape().get(0));
        View result = reading.addInPlace(node, positions, steps);
        reading.sketch().weight(positions, "embeddings", table);
        return result;
    }
}
