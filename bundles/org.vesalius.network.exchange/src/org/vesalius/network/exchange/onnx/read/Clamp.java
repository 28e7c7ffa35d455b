// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;

/**
 * Numbers kept between two bounds: relu6, which keeps them between 0 and 6, with the bounds brought there before and back
 * behind it.
 *
 * @param node the operator
 * @param reading where the layers go
 */
record Clamp(ForeignNode node, Reading reading) {
    private static final double UPPER = 6;

    /** The value scale·x + offset, kept between bounds. */
    View between(View in, double scale, double offset, double low, double high) throws NotExpressible {
        double stretch = UPPER / (high - low);
        if (!Double.isFinite(stretch) || stretch <= 0) {
            throw new NotExpressible("it keeps numbers between " + Decimals.shortest(low) + " and "
                    + Decimals.shortest(high));
        }
        View there = rescaled(in, scale * stretch, (offset - low) * stretch, "_range");
        Activation relu6 = NetworkFactory.eINSTANCE.createActivation();
        relu6.setFunction(ActivationFunction.RELU6);
        View kept = reading.addInPlace(node, relu6, there);
        View result = rescaled(kept, 1 / stretch, low, "_back");
        LostDigits.tell(Math.max(Math.abs(low), Math.abs(high)), result, reading);
        return result;
    }

    private View rescaled(View in, double scale, double offset, String suffix) throws NotExpressible {
        Rescaling rescaling = NetworkFactory.eINSTANCE.createRescaling();
        rescaling.setScale(scale);
        rescaling.setOffset(offset);
        return in.by(reading.add(node.called() + suffix, node.type(), rescaling, List.of(in)).layer());
    }
}
