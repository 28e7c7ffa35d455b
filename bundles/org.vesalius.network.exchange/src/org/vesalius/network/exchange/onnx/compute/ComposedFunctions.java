// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.List;
import java.util.Map;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;

/** Functions of single numbers that no layer has, but several together. */
final class ComposedFunctions {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final int HIGHEST_POWER = 8;

    private ComposedFunctions() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Abs", ComposedFunctions::absolute);
        readers.put("Celu", ComposedFunctions::celu);
        readers.put("Pow", ComposedFunctions::power);
        readers.put("LogSigmoid", ComposedFunctions::logSigmoid);
    }

    /** max(x, −x). */
    private static void absolute(ForeignNode node, Reading reading) throws NotExpressible {
        Steps x = new Steps(node, reading, reading.view(node, 0));
        reading.put(node, x.joined(MAKE.createMaximum(), x.rescaled(-1, 0).view()).view());
    }

    /** x above 0, else α(e^(x/α) − 1): α times elu of x/α. */
    private static void celu(ForeignNode node, Reading reading) throws NotExpressible {
        double alpha = NumberTypes.shortest(node.number("alpha", 1));
        Steps x = new Steps(node, reading, reading.view(node, 0));
        reading.put(node, x.rescaled(1 / alpha, 0).elu(1).rescaled(alpha, 0).view());
    }

    /** A value times itself. */
    private static void power(ForeignNode node, Reading reading) throws NotExpressible {
        ForeignArray exponent = reading.needed(node, 1);
        View x = reading.view(node, 0);
        double power = exponent.size() == 1 ? exponent.single() : 0;
        if (power < 1 || power > HIGHEST_POWER || power != Math.rint(power) || exponent.dims().size() > x.rank()) {
            throw new NotExpressible("it takes powers other than the second, third and so on");
        }
        Steps product = new Steps(node, reading, x);
        for (int i = 1; i < power; i++) {
            product = product.joined(MAKE.createMultiply(), x);
        }
        reading.put(node, product.view());
    }

    /** ln σ(x) = −softplus(−x). */
    private static void logSigmoid(ForeignNode node, Reading reading) throws NotExpressible {
        Steps x = new Steps(node, reading, reading.view(node, 0));
        reading.put(node, x.rescaled(-1, 0).function(ActivationFunction.SOFTPLUS).rescaled(-1, 0).view());
    }

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
                throw new NotExpressible("it keeps numbers between " + NumberTypes.shortest(low) + " and "
                        + NumberTypes.shortest(high));
            }
            View there = rescaled(in, scale * stretch, (offset - low) * stretch, "_range");
            Activation relu6 = NetworkFactory.eINSTANCE.createActivation();
            relu6.setFunction(ActivationFunction.RELU6);
            View kept = reading.addInPlace(node, relu6, there);
            View result = rescaled(kept, 1 / stretch, low, "_back");
            Steps.LostDigits.tell(Math.max(Math.abs(low), Math.abs(high)), result, reading);
            return result;
        }

        private View rescaled(View in, double scale, double offset, String suffix) throws NotExpressible {
            Rescaling rescaling = NetworkFactory.eINSTANCE.createRescaling();
            rescaling.setScale(scale);
            rescaling.setOffset(offset);
            return in.by(reading.add(node.called() + suffix, node.type(), rescaling, List.of(in)).layer());
        }
    }
}
