// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.core.English;
import org.vesalius.network.*;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.exchange.window.WindowOf;

/** The code of all layer types that PyTorch can compute. */
final class TorchLayers {
    private final Map<Class<?>, TorchLayer<?>> layers = new HashMap<>();

    TorchLayers() {
        addConvolutions();
        addPoolingsAndSizes();
        addFunctions();
        addDropouts();
        addSequences();
        addMerges();
    }

    /**
     * Writes a layer.
     *
     * @throws org.vesalius.core.ReportedException if there is no way to say it
     */
    TorchSignal write(Layer layer, TorchSite site) {
        @SuppressWarnings("unchecked") // put() pairs each type with code for that type
        TorchLayer<Layer> writer = (TorchLayer<Layer>) layers.get(layer.eClass().getInstanceClass());
        if (writer == null) {
            throw site.refuse("there is no code for " + English.one(layer.eClass().getName()),
                    "Replace the layer, or leave it out.");
        }
        return writer.write(layer, site);
    }

    private <L extends Layer> void put(Class<L> type, TorchLayer<? super L> writer) {
        layers.put(type, writer);
    }

    private void addConvolutions() {
        put(Convolution1D.class, (l, site) -> TorchConvolutions.ordinary(l, WindowOf.layer(l), site));
        put(Convolution2D.class, (l, site) -> TorchConvolutions.ordinary(l, WindowOf.layer(l), site));
        put(Convolution3D.class, (l, site) -> TorchConvolutions.ordinary(l, WindowOf.layer(l), site));
        put(DepthwiseConvolution2D.class, TorchConvolutions::depthwise);
        put(SeparableConvolution2D.class, TorchConvolutions::separable);
        put(TransposedConvolution1D.class, (l, site) -> TorchConvolutions.transposed(l, WindowOf.layer(l), site));
        put(TransposedConvolution2D.class, (l, site) -> TorchConvolutions.transposed(l, WindowOf.layer(l), site));
        put(TransposedConvolution3D.class, (l, site) -> TorchConvolutions.transposed(l, WindowOf.layer(l), site));
    }

    private void addPoolingsAndSizes() {
        put(Pooling1D.class, (l, site) -> TorchPoolings.windowed(l, WindowOf.layer(l), site));
        put(Pooling2D.class, (l, site) -> TorchPoolings.windowed(l, WindowOf.layer(l), site));
        put(Pooling3D.class, (l, site) -> TorchPoolings.windowed(l, WindowOf.layer(l), site));
        put(GlobalPooling.class, TorchPoolings::global);
        put(UpSampling1D.class, (l, site) -> TorchShapes.enlarge(l, List.of(l.getFactor()), site));
        put(UpSampling2D.class, (l, site) -> TorchShapes.enlarge(l, Sliding.list(l.getFactor()), site));
        put(UpSampling3D.class, (l, site) -> TorchShapes.enlarge(l, Sliding.list(l.getFactor()), site));
        put(ZeroPadding1D.class, (l, site) -> TorchShapes.pad(List.of(l.getStart()), List.of(l.getEnd()), site));
        put(ZeroPadding2D.class, (l, site) -> TorchShapes.pad(List.of(l.getTop(), l.getLeft()),
                List.of(l.getBottom(), l.getRight()), site));
        put(ZeroPadding3D.class, (l, site) -> TorchShapes.pad(List.of(l.getFront(), l.getTop(), l.getLeft()),
                List.of(l.getBack(), l.getBottom(), l.getRight()), site));
        put(Cropping1D.class, (l, site) -> TorchShapes.crop(List.of(l.getStart()), List.of(l.getEnd()), site));
        put(Cropping2D.class, (l, site) -> TorchShapes.crop(List.of(l.getTop(), l.getLeft()),
                List.of(l.getBottom(), l.getRight()), site));
        put(Cropping3D.class, (l, site) -> TorchShapes.crop(List.of(l.getFront(), l.getTop(), l.getLeft()),
                List.of(l.getBack(), l.getBottom(), l.getRight()), site));
        put(Flatten.class, TorchShapes::flatten);
        put(Reshape.class, TorchShapes::reshape);
        put(Permute.class, TorchShapes::permute);
        put(RepeatVector.class, TorchShapes::repeat);
    }

    private void addFunctions() {
        put(Dense.class, TorchLayers::dense);
        put(Activation.class, (l, site) -> site.result(TorchFunctions.of(l.getFunction(), site.input().variable(),
                site.input().channelAxis()), site.input().channelsFirst()));
        put(LeakyReLU.class, (l, site) -> site.result("F.leaky_relu(" + site.input().variable() + ", "
                + l.getSlope() + ")", site.input().channelsFirst()));
        put(ELU.class, (l, site) -> site.result("F.elu(" + site.input().variable() + ", " + l.getAlpha() + ")",
                site.input().channelsFirst()));
        put(PReLU.class, TorchNormalizations::prelu);
        put(BatchNormalization.class, TorchNormalizations::batch);
        put(LayerNormalization.class, TorchNormalizations::layer);
        put(GroupNormalization.class, TorchNormalizations::groups);
        put(Normalization.class, TorchNormalizations::stored);
        put(Rescaling.class, TorchNormalizations::rescaling);
    }

    private static TorchSignal dense(Dense layer, TorchSite site) {
        TorchSignal in = site.input(false);
        String made = site.part("nn.Linear(" + in.shape().last().size() + ", " + layer.getUnits()
                + Python.unless(layer.isUseBias(), "bias=False") + ")");
        site.load("kernel", ".weight", ".T");
        site.loadIf(layer.isUseBias(), "bias", ".bias", "");
        return site.result(TorchFunctions.of(layer.getActivation(), made + "(" + in.variable() + ")", -1), false);
    }

    private void addDropouts() {
        put(Dropout.class, (l, site) -> TorchFunctions.dropout("nn.Dropout", l.getRate(), site));
        put(SpatialDropout.class, TorchFunctions::dropout);
        put(AlphaDropout.class, (l, site) -> TorchFunctions.dropout("nn.AlphaDropout", l.getRate(), site));
        put(GaussianDropout.class, (l, site) -> TorchFunctions.noise(site.input().variable() + " * (1 + "
                + Math.sqrt(l.getRate() / (1 - l.getRate())) + " * torch.randn_like(" + site.input().variable() + "))",
                site));
        put(GaussianNoise.class, (l, site) -> TorchFunctions.noise(site.input().variable() + " + " + l.getDeviation()
                + " * torch.randn_like(" + site.input().variable() + ")", site));
    }

    private void addSequences() {
        put(Embedding.class, TorchSequences::embedding);
        put(LastTimeStep.class, TorchSequences::lastStep);
        put(SimpleRNN.class, TorchRecurrents::single);
        put(LSTM.class, TorchRecurrents::single);
        put(GRU.class, TorchRecurrents::single);
        put(Bidirectional.class, TorchRecurrents::both);
        put(TimeDistributed.class, new TorchSequences.OfEachStep(this));
        put(SelfAttention.class, TorchSequences::attention);
        put(MultiHeadAttention.class, TorchSequences::attention);
        put(PositionalEncoding.class, TorchSequences::positions);
    }

    private void addMerges() {
        put(Concatenate.class, TorchMerges::concatenate);
        put(Add.class, (l, site) -> TorchMerges.operator(" + ", site));
        put(Subtract.class, (l, site) -> TorchMerges.operator(" - ", site));
        put(Multiply.class, (l, site) -> TorchMerges.operator(" * ", site));
        put(Average.class, (l, site) -> TorchMerges.average(site));
        put(Maximum.class, (l, site) -> TorchMerges.function("torch.maximum", site));
        put(Minimum.class, (l, site) -> TorchMerges.function("torch.minimum", site));
        put(Dot.class, TorchMerges::dot);
    }
}
