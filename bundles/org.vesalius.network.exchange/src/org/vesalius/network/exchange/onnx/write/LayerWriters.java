// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.core.English;
import org.vesalius.network.*;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.exchange.window.WindowOf;

/** The writers of all layer types of {@code network.ecore} that compute something. */
final class LayerWriters {
    private final Map<Class<?>, LayerWriter<?>> writers = new HashMap<>();

    LayerWriters() {
        addConvolutions();
        addPoolingsAndBorders();
        addFunctions();
        addNormalizations();
        addSequences();
        addMerges();
    }

    /**
     * Writes a layer.
     *
     * @throws org.vesalius.core.ReportedException if ONNX has no operators for it
     */
    Signal write(Layer layer, LayerSite site) {
        @SuppressWarnings("unchecked") // put() pairs each type with a writer of that type
        LayerWriter<Layer> writer = (LayerWriter<Layer>) writers.get(layer.eClass().getInstanceClass());
        if (writer == null) {
            throw site.refuse("there is no ONNX operator for " + English.one(layer.eClass().getName()),
                    "Replace the layer, or leave it out.");
        }
        return writer.write(layer, site);
    }

    private <L extends Layer> void put(Class<L> type, LayerWriter<? super L> writer) {
        writers.put(type, writer);
    }

    private void addConvolutions() {
        put(Convolution1D.class, new ConvolutionWriter<Convolution1D>(WindowOf::layer));
        put(Convolution2D.class, new ConvolutionWriter<Convolution2D>(WindowOf::layer));
        put(Convolution3D.class, new ConvolutionWriter<Convolution3D>(WindowOf::layer));
        put(DepthwiseConvolution2D.class, new ConvolutionWriter.Depthwise());
        put(SeparableConvolution2D.class, new ConvolutionWriter.Separable());
        put(TransposedConvolution1D.class, new TransposedWriter<TransposedConvolution1D>(WindowOf::layer));
        put(TransposedConvolution2D.class, new TransposedWriter<TransposedConvolution2D>(WindowOf::layer));
        put(TransposedConvolution3D.class, new TransposedWriter<TransposedConvolution3D>(WindowOf::layer));
        put(UpSampling1D.class, new AxisWriters.UpSampling<UpSampling1D>(layer -> List.of(layer.getFactor())));
        put(UpSampling2D.class, new AxisWriters.UpSampling<UpSampling2D>(layer -> Sliding.list(layer.getFactor())));
        put(UpSampling3D.class, new AxisWriters.UpSampling<UpSampling3D>(layer -> Sliding.list(layer.getFactor())));
    }

    private void addPoolingsAndBorders() {
        put(Pooling1D.class, new PoolingWriter<Pooling1D>(WindowOf::layer));
        put(Pooling2D.class, new PoolingWriter<Pooling2D>(WindowOf::layer));
        put(Pooling3D.class, new PoolingWriter<Pooling3D>(WindowOf::layer));
        put(GlobalPooling.class, new PoolingWriter.Global());
        put(ZeroPadding1D.class, new BorderWriter<ZeroPadding1D>(BorderWriter::border));
        put(ZeroPadding2D.class, new BorderWriter<ZeroPadding2D>(BorderWriter::border));
        put(ZeroPadding3D.class, new BorderWriter<ZeroPadding3D>(BorderWriter::border));
        put(Cropping1D.class, new BorderWriter<Cropping1D>(BorderWriter::border));
        put(Cropping2D.class, new BorderWriter<Cropping2D>(BorderWriter::border));
        put(Cropping3D.class, new BorderWriter<Cropping3D>(BorderWriter::border));
        put(Flatten.class, AxisWriters::flatten);
        put(Reshape.class, AxisWriters::reshape);
        put(Permute.class, AxisWriters::permute);
        put(RepeatVector.class, AxisWriters::repeat);
    }

    private void addFunctions() {
        put(Dense.class, new DenseWriter());
        put(Activation.class, (layer, site) -> Functions.apply(layer.getFunction(), site.input(), site));
        put(LeakyReLU.class, (layer, site) -> site.input().with(
                site.op("LeakyRelu").in(site.input().value()).number("alpha", layer.getSlope()).out()));
        put(ELU.class, (layer, site) -> site.input().with(
                site.op("Elu").in(site.input().value()).number("alpha", layer.getAlpha()).out()));
        put(PReLU.class, new Functions.PRelu());
        List.of(Dropout.class, SpatialDropout.class, GaussianDropout.class, AlphaDropout.class, GaussianNoise.class)
                .forEach(type -> put(type, (layer, site) -> site.input()));
    }

    private void addNormalizations() {
        put(BatchNormalization.class, NormalizationWriters::batch);
        put(LayerNormalization.class, NormalizationWriters::layer);
        put(GroupNormalization.class, NormalizationWriters::groups);
        put(Normalization.class, NormalizationWriters::stored);
        put(Rescaling.class, NormalizationWriters::rescaling);
    }

    private void addSequences() {
        put(Embedding.class, SequenceWriters::embedding);
        put(LastTimeStep.class, SequenceWriters::lastStep);
        put(Masking.class, SequenceWriters::masking);
        put(SimpleRNN.class, new RecurrentWriter<SimpleRNN>());
        put(LSTM.class, new RecurrentWriter<LSTM>());
        put(GRU.class, new RecurrentWriter<GRU>());
        put(Bidirectional.class, new RecurrentWriter.BothDirections());
        put(TimeDistributed.class, new TimeDistributedWriter(this));
        put(SelfAttention.class, new AttentionWriter<SelfAttention>());
        put(MultiHeadAttention.class, new AttentionWriter<MultiHeadAttention>());
        put(PositionalEncoding.class, new SequenceWriters.Positions());
    }

    private void addMerges() {
        put(Concatenate.class, new MergeWriter.Concatenation());
        put(Add.class, new MergeWriter<Add>("Sum", true));
        put(Subtract.class, new MergeWriter<Subtract>("Sub", false));
        put(Multiply.class, new MergeWriter<Multiply>("Mul", false));
        put(Average.class, new MergeWriter<Average>("Mean", true));
        put(Maximum.class, new MergeWriter<Maximum>("Max", true));
        put(Minimum.class, new MergeWriter<Minimum>("Min", true));
        put(Dot.class, new MergeWriter.ScalarProduct());
    }
}
