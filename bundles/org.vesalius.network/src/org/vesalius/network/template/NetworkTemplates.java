// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Network;

/** Networks to start from. */
public final class NetworkTemplates {
    /** The convolutional network of the reference text: 128×128×3 to one yes or no. */
    public static final String REFERENCE_CNN = "reference-cnn";
    /** The recurrent network of the reference text: 100×32 to one of five categories at each step. */
    public static final String REFERENCE_RNN = "reference-rnn";
    /** A multilayer perceptron: 30 numbers to one yes or no. */
    public static final String MLP = "mlp";

    private final List<NetworkTemplate> all = List.of(
            new StoredTemplate(REFERENCE_CNN, TemplateCategory.IMAGES),
            new StoredTemplate(REFERENCE_RNN, TemplateCategory.SEQUENCES),
            new StoredTemplate(MLP, TemplateCategory.RECORDS),
            new LeNet(), new Vgg16(), BasicResNet.of18Layers(), BasicResNet.of34Layers(), new BottleneckResNet(),
            new DenseNet121(), new MobileNet(), new EfficientNetB0(), new UNet2D(), new UNet3D(), new EcgResNet(),
            new SequenceLstm(), new TransformerEncoder(), new ImageRecordFusion());

    /** All templates, in the order to show them. */
    public List<NetworkTemplate> all() {
        return all;
    }

    /** The ids of all templates, in the order to show them. */
    public List<String> ids() {
        return all.stream().map(NetworkTemplate::id).toList();
    }

    /** The template of an id, if there is one. */
    public Optional<NetworkTemplate> find(String id) {
        return all.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /**
     * A new network; its name and description say what it is for.
     *
     * @param id one of {@link #ids()}
     * @throws IllegalArgumentException if it is not
     */
    public Network create(String id) {
        return find(id).map(NetworkTemplate::create).orElseThrow(
                () -> new IllegalArgumentException("no template '" + id + "'; there are " + ids()));
    }
}
