// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.Activation;
import org.vesalius.network.Add;
import org.vesalius.network.AlphaDropout;
import org.vesalius.network.Average;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Dropout;
import org.vesalius.network.ELU;
import org.vesalius.network.GRU;
import org.vesalius.network.GaussianDropout;
import org.vesalius.network.GaussianNoise;
import org.vesalius.network.Interpolation;
import org.vesalius.network.LSTM;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.Masking;
import org.vesalius.network.Maximum;
import org.vesalius.network.Minimum;
import org.vesalius.network.Multiply;
import org.vesalius.network.Output;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.Pooling3D;
import org.vesalius.network.Rescaling;
import org.vesalius.network.SimpleRNN;
import org.vesalius.network.Subtract;
import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;
import org.vesalius.network.UpSampling1D;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.UpSampling3D;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.ZeroPadding3D;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/** The behaviours of the layer types in {@code network.ecore}. */
final class StandardLayers {
    private StandardLayers() {
    }

    static List<LayerBehavior<?>> behaviors() {
        List<LayerBehavior<?>> all = new ArrayList<>();
        all.addAll(core());
        all.addAll(convolutions());
        all.addAll(poolings());
        all.addAll(borders());
        all.addAll(upSampling());
        all.addAll(normalizing());
        all.addAll(sequences());
        all.addAll(merging());
        all.addAll(blocks());
        return all;
    }

    private static List<LayerBehavior<?>> core() {
        return List.of(new InputBehavior(), new DenseBehavior(), new FlattenBehavior(), new ReshapeBehavior(),
                new PermuteBehavior(), new RepeatVectorBehavior(), new UnchangedShape<>(Activation.class, 1),
                new UnchangedShape<>(LeakyReLU.class, 1), new UnchangedShape<>(ELU.class, 1), new PReLUBehavior(),
                new UnchangedShape<>(Dropout.class), new SpatialDropoutBehavior(),
                new UnchangedShape<>(GaussianDropout.class), new UnchangedShape<>(AlphaDropout.class),
                new UnchangedShape<>(GaussianNoise.class), new UnchangedShape<>(Output.class));
    }

    private static List<LayerBehavior<?>> convolutions() {
        return List.of(
                new ConvolutionBehavior<>(Convolution1D.class, conv -> Slide.of(conv.getKernelSize(),
                        conv.getStride(), conv.getDilation(), conv.getPadding())),
                new ConvolutionBehavior<>(Convolution2D.class, conv -> Slide.of(conv.getKernelSize(),
                        conv.getStride(), conv.getDilation(), conv.getPadding())),
                new ConvolutionBehavior<>(Convolution3D.class, conv -> Slide.of(conv.getKernelSize(),
                        conv.getStride(), conv.getDilation(), conv.getPadding())),
                new DepthwiseBehavior(), new SeparableBehavior(),
                new TransposedConvolutionBehavior<>(TransposedConvolution1D.class,
                        conv -> List.of(conv.getKernelSize()), conv -> List.of(conv.getStride())),
                new TransposedConvolutionBehavior<>(TransposedConvolution2D.class,
                        conv -> conv.getKernelSize().sizes(), conv -> conv.getStride().sizes()),
                new TransposedConvolutionBehavior<>(TransposedConvolution3D.class,
                        conv -> conv.getKernelSize().sizes(), conv -> conv.getStride().sizes()));
    }

    private static List<LayerBehavior<?>> poolings() {
        return List.of(new PoolingBehavior<>(Pooling1D.class, StandardLayers::slide),
                new PoolingBehavior<>(Pooling2D.class, StandardLayers::slide),
                new PoolingBehavior<>(Pooling3D.class, StandardLayers::slide), new GlobalPoolingBehavior());
    }

    private static Slide slide(Pooling1D pool) {
        int stride = pool.getStride() == 0 ? pool.getPoolSize() : pool.getStride();
        return Slide.of(pool.getPoolSize(), stride, 1, pool.getPadding());
    }

    private static Slide slide(Pooling2D pool) {
        Size2D stride = pool.getStride() == null ? pool.getPoolSize() : pool.getStride();
        return Slide.of(pool.getPoolSize(), stride, Size2D.square(1), pool.getPadding());
    }

    private static Slide slide(Pooling3D pool) {
        Size3D stride = pool.getStride() == null ? pool.getPoolSize() : pool.getStride();
        return Slide.of(pool.getPoolSize(), stride, Size3D.cube(1), pool.getPadding());
    }

    private static List<LayerBehavior<?>> borders() {
        return List.of(
                new BorderBehavior<>(ZeroPadding1D.class, pad -> List.of(pad.getStart() + pad.getEnd())),
                new BorderBehavior<>(ZeroPadding2D.class, pad -> List.of(pad.getTop() + pad.getBottom(),
                        pad.getLeft() + pad.getRight())),
                new BorderBehavior<>(ZeroPadding3D.class, pad -> List.of(pad.getFront() + pad.getBack(),
                        pad.getTop() + pad.getBottom(), pad.getLeft() + pad.getRight())),
                new BorderBehavior<>(Cropping1D.class, crop -> List.of(-crop.getStart() - crop.getEnd())),
                new BorderBehavior<>(Cropping2D.class, crop -> List.of(-crop.getTop() - crop.getBottom(),
                        -crop.getLeft() - crop.getRight())),
                new BorderBehavior<>(Cropping3D.class, crop -> List.of(-crop.getFront() - crop.getBack(),
                        -crop.getTop() - crop.getBottom(), -crop.getLeft() - crop.getRight())));
    }

    private static List<LayerBehavior<?>> upSampling() {
        return List.of(
                new UpSamplingBehavior<>(UpSampling1D.class, up -> List.of(up.getFactor()), up -> false),
                new UpSamplingBehavior<>(UpSampling2D.class, up -> up.getFactor().sizes(),
                        up -> up.getInterpolation() == Interpolation.BILINEAR),
                new UpSamplingBehavior<>(UpSampling3D.class, up -> up.getFactor().sizes(), up -> false));
    }

    private static List<LayerBehavior<?>> normalizing() {
        return List.of(ChannelWeightsBehavior.batchNormalization(), ChannelWeightsBehavior.layerNormalization(),
                new GroupNormalizationBehavior(),
                new NormalizationBehavior(), new UnchangedShape<>(Rescaling.class, 2));
    }

    private static List<LayerBehavior<?>> sequences() {
        LayerCatalog none = LayerCatalog.empty();
        return List.of(new EmbeddingBehavior(), new RecurrentBehavior<>(SimpleRNN.class, 1),
                new RecurrentBehavior<>(LSTM.class, 4), new RecurrentBehavior<>(GRU.class, 3, GRU::isResetAfter),
                new LastTimeStepBehavior(), new SequenceBehavior<>(Masking.class), new BidirectionalBehavior(none),
                new TimeDistributedBehavior(none), new SelfAttentionBehavior(), new MultiHeadAttentionBehavior(),
                new PositionalEncodingBehavior());
    }

    private static List<LayerBehavior<?>> merging() {
        InputCount several = InputCount.atLeast(2);
        return List.of(new ConcatenateBehavior(), new ElementwiseBehavior<>(Add.class, several),
                new ElementwiseBehavior<>(Subtract.class, new InputCount(2, 2)),
                new ElementwiseBehavior<>(Multiply.class, several), new ElementwiseBehavior<>(Average.class, several),
                new ElementwiseBehavior<>(Maximum.class, several), new ElementwiseBehavior<>(Minimum.class, several),
                new DotBehavior());
    }

    private static List<LayerBehavior<?>> blocks() {
        return List.of(new BlockBehavior<>(Block.class), new BlockBehavior<>(BlockReference.class),
                BlockPartBehavior.input(), BlockPartBehavior.output(), new PlaceholderBehavior());
    }
}
