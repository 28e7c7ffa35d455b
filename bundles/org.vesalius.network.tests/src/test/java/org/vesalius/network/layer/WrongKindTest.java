// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Analyses;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.Dropout;
import org.vesalius.network.Layer;
import org.vesalius.network.Layers;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size3D;

/** Layers that get data of another kind: the message names the layer to take, and the first fix takes it. */
class WrongKindTest {
    private static final String SHAPE = "network.shape";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Convolution1D; 64x64x3; Convolution 2D", "Convolution1D; 8x64x64x3; Convolution 3D",
        "Convolution2D; 100x12; Convolution 1D", "Convolution2D; 8x64x64x3; Convolution 3D",
        "Convolution3D; 100x12; Convolution 1D", "Convolution3D; 64x64x3; Convolution 2D",
        "TransposedConvolution1D; 8x8x3; Transposed convolution 2D",
        "TransposedConvolution2D; 8x8x8x3; Transposed convolution 3D",
        "TransposedConvolution3D; 8x8x3; Transposed convolution 2D",
        "Pooling1D; 64x64x3; Pooling 2D", "Pooling2D; 100x12; Pooling 1D", "Pooling2D; 8x8x8x2; Pooling 3D",
        "Pooling3D; 64x64x3; Pooling 2D",
        "ZeroPadding1D; 64x64x3; Zero padding 2D", "ZeroPadding2D; 100x12; Zero padding 1D",
        "ZeroPadding3D; 64x64x3; Zero padding 2D", "Cropping1D; 64x64x3; Cropping 2D",
        "Cropping2D; 8x8x8x2; Cropping 3D", "Cropping3D; 100x12; Cropping 1D",
        "UpSampling1D; 64x64x3; Up-sampling 2D", "UpSampling2D; 100x12; Up-sampling 1D",
        "UpSampling3D; 64x64x3; Up-sampling 2D"})
    void theOtherKindIsOffered(String type, String input, String wanted) {
        Network network = single(input, Layers.of(type, ""));
        Problem problem = Analyses.problem(network, SHAPE);
        String one = (wanted.startsWith("U") ? "an " : "a ") + wanted;
        assertThat(problem.message()).contains("gets " + input.replace('x', '×')).endsWith("take " + one + ".");
        assertThat(problem.fixes().get(0).label()).isEqualTo("Make it " + one);
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).filteredOn(Problem::isError).isEmpty();
        assertThat(Networks.layer(network, "layer").getId()).isEqualTo("layer");
    }

    @Test
    void whatWasSetIsCarriedOver() {
        Network network = single("16x64x64x3",
                Layers.of("Convolution2D", "filters=7 kernelSize=5x3 stride=2x2 padding=same activation=relu l2=0.1"));
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Networks.layer(network, "layer")).isInstanceOfSatisfying(Convolution3D.class, conv -> {
            assertThat(conv.getFilters()).isEqualTo(7);
            assertThat(conv.getKernelSize()).isEqualTo(new Size3D(5, 3, 3));
            assertThat(conv.getStride()).isEqualTo(Size3D.cube(2));
            assertThat(conv.getPadding()).isEqualTo(Padding.SAME);
            assertThat(conv.getL2()).isEqualTo(0.1);
        });
        Network sequence = single("100x12", Layers.of("Convolution2D", "kernelSize=5x3"));
        Analyses.problem(sequence, SHAPE).fixes().get(0).apply();
        assertThat(((Convolution1D) Networks.layer(sequence, "layer")).getKernelSize()).isEqualTo(5);
    }

    /** A row of images is not always a volume. */
    @Test
    void framesCanBeTakenOneByOne() {
        Network network = single("16x64x64x3", Networks.convolution(8));
        Fix frames = Analyses.problem(network, SHAPE).fixes().get(1);
        assertThat(frames.label()).isEqualTo("Apply Convolution 2D 'layer' at every time step");
        frames.apply();
        assertThat(Analyses.of(network).problems()).filteredOn(Problem::isError).isEmpty();
        assertThat(network.getLayers().get(1)).isInstanceOf(TimeDistributed.class);
    }

    @Test
    void theLayerInsideAWrapperIsReplacedThere() {
        TimeDistributed steps = NetworkFactory.eINSTANCE.createTimeDistributed();
        steps.setLayer(Networks.convolution(8));
        Network network = single("16x100x3", steps);
        Problem problem = Analyses.problem(network, SHAPE);
        assertThat(problem.message()).contains("take a Convolution 1D");
        problem.fixes().get(0).apply();
        assertThat(steps.getLayer()).isInstanceOf(Convolution1D.class);
        assertThat(Analyses.shape(network, "layer")).isEqualTo("16×98×8");
    }

    @Test
    void whereThereIsNoOtherKindTheMessageSaysSo() {
        assertThat(message("100x12", Layers.of("DepthwiseConvolution2D", "")))
                .isEqualTo("Depthwise convolution 2D 'layer' gets 100×12 but wants an image of height×width×channels;"
                        + " there is no kind of this layer for 2 axes.");
        assertThat(message("30", Layers.of("Convolution3D", ""))).contains("wants a volume").contains("Flatten");
        assertThat(message("30", Layers.of("UpSampling1D", ""))).contains("wants a sequence");
    }

    @Test
    void causalPaddingIsForSequencesOnly() {
        for (String type : new String[] {"Convolution2D", "Pooling2D", "TransposedConvolution2D",
            "DepthwiseConvolution2D", "SeparableConvolution2D"}) {
            Network network = single("9x9x3", Layers.of(type, "padding=causal"));
            assertThat(Analyses.problem(network, SHAPE).message()).contains("has causal padding");
            Analyses.problem(network, SHAPE).fixes().get(0).apply();
            assertThat(Analyses.of(network).problems()).filteredOn(Problem::isError).isEmpty();
        }
    }

    @Test
    void strideAndDilationTogetherAreRefusedInAllDimensions() {
        for (String settings : new String[] {"Convolution1D stride=2 dilation=2", "Convolution3D stride=2 dilation=2",
            "DepthwiseConvolution2D stride=2 dilation=2", "SeparableConvolution2D stride=2 dilation=1x2"}) {
            String type = settings.substring(0, settings.indexOf(' '));
            String input = type.endsWith("1D") ? "20x3" : type.endsWith("2D") ? "20x20x3" : "20x20x20x3";
            Network network = single(input, Layers.of(type, settings.substring(type.length())));
            Problem problem = Analyses.problem(network, "network.dilation");
            problem.fixes().get(0).apply();
            assertThat(Analyses.of(network).problems()).filteredOn(Problem::isError).isEmpty();
        }
    }

    @Test
    void croppingMoreThanThereIsIsNamed() {
        assertThat(message("4x9x1", Layers.of("Cropping2D", "top=2 bottom=2")))
                .isEqualTo("Cropping 2D 'layer' gets 4×9×1 and cuts off all of its height; cut off less than 4 there.");
    }

    @Test
    void growthBeyondAnyArrayIsAProblem() {
        assertThat(message("2000000000x2x1", Layers.of("UpSampling2D", ""))).contains("4,000,000,000");
        assertThat(message("2x2x2000000000", Layers.of("DepthwiseConvolution2D", "depthMultiplier=2 padding=same")))
                .contains("4,000,000,000");
        assertThat(message("2x2x2000000000", Layers.of("SeparableConvolution2D", "depthMultiplier=2 padding=same")))
                .contains("4,000,000,000");
    }

    @Test
    void spatialDropoutOfAVectorBecomesDropout() {
        Network network = single("30", Layers.of("SpatialDropout", "rate=0.2"));
        Analyses.problem(network, SHAPE).fixes().get(0).apply();
        assertThat(Networks.layer(network, "layer")).isInstanceOfSatisfying(Dropout.class,
                dropout -> assertThat(dropout.getRate()).isEqualTo(0.2));
    }

    private static String message(String input, Layer layer) {
        return Analyses.problem(single(input, layer), SHAPE).message();
    }

    private static Network single(String input, Layer layer) {
        return Networks.single(Shape.valueOf(input), layer);
    }
}
