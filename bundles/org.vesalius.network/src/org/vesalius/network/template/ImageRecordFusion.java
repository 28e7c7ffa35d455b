// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.graph.NetworkBuilder;

/** A convolutional branch for an image and a dense branch for a record, joined before the decision. */
final class ImageRecordFusion extends DrawnTemplate {
    ImageRecordFusion() {
        super("image-record-fusion", "Image and record", TemplateCategory.FUSION, "Is a finding present, judged by an"
                + " image together with the patient's record, such as a chest X-ray with age and laboratory values?"
                + " Each of both has a branch of its own, and their features meet before the decision; bind the inputs"
                + " to the image column and to the number columns. Late fusion by concatenation; source: Huang et al.,"
                + " Fusion of medical imaging and electronic health records using deep learning, npj Digital Medicine 3"
                + " (2020) 136.");
    }

    @Override
    void draw(NetworkBuilder network) {
        network.add("image", Parts.input("height:128 width:128 channels:1"))
                .block("convolutions", block -> block.repeat(4)
                        .add("conv", Parts.conv(16, 3, 1)).add("norm", Parts.norm()).add("relu", Parts.relu())
                        .add("pool", Parts.pool(PoolingKind.MAX, 2, 2)).vary("conv", "filters", "16*2^i"))
                .add("image_features", NetworkFactory.eINSTANCE.createGlobalPooling())
                .addBehind("record", Parts.input("features:12"))
                .add("fc1", Parts.dense(32, ActivationFunction.RELU))
                .add("record_features", Parts.dense(32, ActivationFunction.RELU))
                .addBehind("join", NetworkFactory.eINSTANCE.createConcatenate(), "image_features", "record_features")
                .add("fc2", Parts.dense(64, ActivationFunction.RELU)).add("dropout", Parts.dropout(0.5))
                .add("fc3", Parts.dense(1, ActivationFunction.SIGMOID))
                .add("finding", Parts.output(Loss.BINARY_CROSS_ENTROPY));
    }
}
