// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.List;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.ELU;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;

/**
 * A function of single numbers, put together from layers one behind the other.
 *
 * @param node the operator
 * @param reading where the layers go
 * @param view the value so far
 */
public record Steps(ForeignNode node, Reading reading, View view) {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    /** scale·x + offset; nothing where that is x. */
    Steps rescaled(double scale, double offset) throws NotExpressible {
        if (scale == 1 && offset == 0) {
            return this;
        }
        Rescaling layer = MAKE.createRescaling();
        layer.setScale(scale);
        layer.setOffset(offset);
        return then(layer);
    }

    /** A function of the metamodel. */
    Steps function(ActivationFunction function) throws NotExpressible {
        Activation layer = MAKE.createActivation();
        layer.setFunction(function);
        return then(layer);
    }

    /** x above 0, else α(eˣ − 1). */
    Steps elu(double alpha) throws NotExpressible {
        ELU layer = MAKE.createELU();
        layer.setAlpha(alpha);
        return then(layer);
    }

    /** The larger of x and a number: relu(x − number) + number. */
    Steps atLeast(double number) throws NotExpressible {
        return told(number, rescaled(1, -number).function(ActivationFunction.RELU).rescaled(1, number));
    }

    /** The smaller of x and a number: number − relu(number − x). */
    Steps atMost(double number) throws NotExpressible {
        return told(number, rescaled(-1, number).function(ActivationFunction.RELU).rescaled(-1, number));
    }

    private Steps told(double number, Steps result) throws NotExpressible {
        LostDigits.tell(number, result.view(), reading);
        return result;
    }

    /** The value joined with another that is arranged in the same way. */
    Steps joined(Layer layer, View other) throws NotExpressible {
        return new Steps(node, reading, view.by(reading.add(node.called(), node.type(), layer,
                List.of(view, other)).layer()));
    }

    private Steps then(Layer layer) throws NotExpressible {
        return new Steps(node, reading, view.by(reading.add(node.called(), node.type(), layer, List.of(view)).layer()));
    }

    /**
     * What becomes of values that a number is taken away from and added to again: in single precision the more of their
     * digits are lost the larger it is.
     */
    public static final class LostDigits {
        /** Up to this number less than 1e-5 is lost. */
        private static final double MOST_EXACT = 128;
        /** Beyond this one few digits are left, or none. */
        private static final double MOST = 1 << 16;

        private LostDigits() {
        }

        /**
         * Tells what is lost.
         *
         * @param number what was taken away and added again
         * @param result the value behind that
         * @throws NotExpressible if too much is lost
         */
        public static void tell(double number, View result, Reading reading) throws NotExpressible {
            if (!(Math.abs(number) <= MOST)) {
                throw new NotExpressible("beside its number " + NumberTypes.shortest(number)
                        + " other numbers would lose their digits");
            }
            if (Math.abs(number) > MOST_EXACT) {
                reading.draft().note(result.layer(), Fidelity.APPROXIMATED, "its number " + NumberTypes.shortest(number)
                        + " is taken away before and added again behind: that costs other numbers their last digits");
            }
        }
    }
}
