// SPDX-License-Identifier: EPL-2.0
package org.example.lab;

import java.util.List;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.eclipse.emf.ecore.EClass;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.graph.TranslatorPackage;

/** Builds the layers of this plug-in in Deeplearning4j. Loaded in workers only: the workbench has no Deeplearning4j. */
public final class LabTranslators implements TranslatorPackage {
    @Override
    public List<LayerTranslator<?>> translators() {
        return List.of(new MirrorTranslator());
    }

    private static final class MirrorTranslator implements LayerTranslator<Layer> {
        @Override
        public Class<Layer> type() {
            return Layer.class;
        }

        @Override
        public boolean describes(EClass candidate) {
            return candidate.getName().equals(LabLayers.MIRROR);
        }

        @Override
        public Signal translate(Layer layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return plan.step(layer, new Turn(LabLayers.axis(layer)), inputs.get(0), output);
        }
    }

    /** The same numbers with one axis turned round; turned round again they are as before. */
    private static final class Turn extends ArrayStep {
        private static final long serialVersionUID = 1L;

        private final int axis;

        Turn(int axis) {
            this.axis = axis;
        }

        @Override
        protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
            return turned(input, ArrayType.ACTIVATIONS, workspaces);
        }

        @Override
        protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            return turned(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
        }

        private INDArray turned(INDArray array, ArrayType use, LayerWorkspaceMgr workspaces) {
            INDArray result = workspaces.createUninitialized(use, array.dataType(), array.shape(), 'c');
            Nd4j.exec(DynamicCustomOp.builder("reverse").addInputs(array).addOutputs(result).addIntegerArguments(axis)
                    .build());
            return result;
        }
    }
}
