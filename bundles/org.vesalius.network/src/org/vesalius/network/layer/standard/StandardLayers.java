// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EPackage;
import org.vesalius.network.GRU;
import org.vesalius.network.LSTM;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.SimpleRNN;
import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.LayerPackage;

/** The layer types of {@code network.ecore}. */
public final class StandardLayers implements LayerPackage {
    /** The catalog of these types alone, for tests. */
    public static LayerCatalog catalog() {
        return LayerCatalog.empty().with(new StandardLayers());
    }

    @Override
    public EPackage metamodel() {
        return NetworkPackage.eINSTANCE;
    }

    @Override
    public List<LayerBehavior<?>> behaviors() {
        return Stream.of(List.of(new InputBehavior(), new ReshapeBehavior(), new PermuteBehavior()),
                VectorLayers.all(), UnchangedLayers.all(), ConvolutionLayers.all(), transposedConvolutions(),
                PoolingLayers.all(), ResizingLayers.all(), normalizing(), SequenceLayers.all(), AttentionLayers.all(),
                recurrent(), ElementwiseLayers.all(), List.of(new ConcatenateBehavior(), new DotBehavior()),
                BlockLayers.all(), List.of(new PlaceholderBehavior())).<LayerBehavior<?>>flatMap(List::stream).toList();
    }

    private static List<LayerBehavior<?>> transposedConvolutions() {
        return List.of(
                new TransposedConvolutionBehavior<>(TransposedConvolution1D.class,
                        conv -> List.of(conv.getKernelSize()), conv -> List.of(conv.getStride())),
                new TransposedConvolutionBehavior<>(TransposedConvolution2D.class,
                        conv -> conv.getKernelSize().sizes(), conv -> conv.getStride().sizes()),
                new TransposedConvolutionBehavior<>(TransposedConvolution3D.class,
                        conv -> conv.getKernelSize().sizes(), conv -> conv.getStride().sizes()));
    }

    private static List<LayerBehavior<?>> normalizing() {
        return List.of(ChannelWeightsBehavior.batchNormalization(), ChannelWeightsBehavior.layerNormalization(),
                new ChannelWeightsBehavior.Groups(), new NormalizationBehavior());
    }

    private static List<LayerBehavior<?>> recurrent() {
        LayerCatalog none = LayerCatalog.empty();
        return List.of(new RecurrentBehavior<>(SimpleRNN.class, 1), new RecurrentBehavior<>(LSTM.class, 4),
                new RecurrentBehavior<>(GRU.class, 3, GRU::isResetAfter), new BidirectionalBehavior(none),
                new TimeDistributedBehavior(none));
    }
}
