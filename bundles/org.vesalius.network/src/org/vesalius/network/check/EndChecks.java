// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.fix.AddLayer;
import org.vesalius.network.fix.AppendLayer;
import org.vesalius.network.fix.PrependLayer;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** The ends of a network: where data enters, and where results come out. */
final class EndChecks {
    private EndChecks() {
    }

    /** Data can enter. A Block input outside a block has a finding of its own. */
    static final class InputPresentCheck implements NetworkCheck {
        private static final EClass INPUT = NetworkPackage.Literals.INPUT;
        private static final Shape USUAL = Shape.image(128, 128, 3);

        @Override
        public List<Problem> check(CheckedNetwork network) {
            if (!network.layers(Input.class).isEmpty() || !network.layers(BlockInput.class).isEmpty()) {
                return List.of();
            }
            return List.of(Problem.error("network.no-input", "", "The network has no Input; add one for the data to enter.",
                    "An experiment binds each Input to a column of the data set, such as the image of a sample.",
                    fix(network)));
        }

        private static Fix fix(CheckedNetwork network) {
            String what = "Add an Input of " + USUAL.display();
            return network.layers().stream().filter(layer -> Inputs.of(layer).isEmpty()).findFirst()
                    .<Fix>map(first -> new PrependLayer(what + " before " + LayerInfo.called(first), first, INPUT,
                            InputPresentCheck::setShape))
                    .orElseGet(() -> new AddLayer(what, network.network(), INPUT, InputPresentCheck::setShape));
        }

        private static void setShape(Layer added) {
            ((Input) added).setShape(USUAL);
        }
    }

    /**
     * Something comes out that training can compare with the truth. A Block output outside a block has a finding of its own.
     */
    static final class OutputPresentCheck implements NetworkCheck {
        @Override
        public List<Problem> check(CheckedNetwork network) {
            if (!network.layers(Output.class).isEmpty() || !network.layers(BlockOutput.class).isEmpty()) {
                return List.of();
            }
            List<Fix> fixes = network.layers().stream().filter(layer -> Successors.of(layer).isEmpty())
                    .map(OutputPresentCheck::behind).toList();
            return List.of(new Problem("network.no-output", Severity.ERROR, "",
                    "The network has no Output; put one behind the layer that decides.",
                    "An Output says which result is compared with the label in training, and by which loss.", fixes));
        }

        private static Fix behind(Layer layer) {
            Loss loss = usual(FinalActivation.before(layer).function());
            return new AppendLayer("Add an Output behind " + LayerInfo.called(layer) + " with " + loss.getLiteral(), layer,
                    NetworkPackage.Literals.OUTPUT, added -> ((Output) added).setLoss(loss));
        }

        private static Loss usual(ActivationFunction function) {
            return switch (function) {
                case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
                case SOFTMAX -> Loss.CATEGORICAL_CROSS_ENTROPY;
                default -> Loss.MEAN_SQUARED_ERROR;
            };
        }
    }

    /** Nothing follows an Output, nor a Block output inside its block. */
    static final class OutputLastCheck implements NetworkCheck {
        @Override
        public List<Problem> check(CheckedNetwork network) {
            return network.drawn(this, layer -> goesOn(layer) ? List.of(problem(layer)) : List.of());
        }

        private static boolean goesOn(Layer layer) {
            boolean end = layer instanceof Output || layer instanceof BlockOutput;
            return end && !Successors.connections(layer).isEmpty();
        }

        private static Problem problem(Layer output) {
            List<Fix> fixes = Successors.connections(output).stream().map(OutputLastCheck::removal).toList();
            return new Problem("network.output-last", Severity.ERROR, CheckedNetwork.subject(output),
                    LayerInfo.called(output) + " feeds another layer; connect the layer before it instead.",
                    "An Output marks the end of a network, a Block output that of a block; neither computes.", fixes);
        }

        private static Fix removal(Connection connection) {
            String target = connection.getTarget() == null ? "nowhere" : LayerInfo.called(connection.getTarget());
            return new RemoveElement("Remove the connection to " + target, connection);
        }
    }
}
