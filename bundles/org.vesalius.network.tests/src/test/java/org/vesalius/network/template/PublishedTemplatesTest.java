// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.Analyses;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;

/** Templates of published designs have the published numbers of parameters and the shapes of the papers. */
class PublishedTemplatesTest {
    private final NetworkTemplates templates = new NetworkTemplates();
    private final Map<String, NetworkAnalysis> analyses = new HashMap<>();

    /** Totals of keras.applications (Keras 2), running averages and stored means included. */
    @ParameterizedTest
    @CsvSource({
        "vgg-16, 138357544, 138357544",
        "resnet-50, 25636712, 25583592",
        "densenet-121, 8062504, 7978856",
        "mobilenet, 4253864, 4231976",
        "efficientnet-b0, 5330571, 5288548",
    })
    void countsOfKeras(String id, long total, long trainable) {
        NetworkAnalysis analysis = analysis(id);
        assertThat(analysis.totalParameters().total()).isEqualTo(total);
        assertThat(analysis.totalParameters().trainable()).isEqualTo(trainable);
    }

    /** Numbers of parameters of torchvision.models, which do not count running averages. */
    @ParameterizedTest
    @CsvSource({"resnet-18, 11689512", "resnet-34, 21797672"})
    void countsOfTorchvision(String id, long trainable) {
        assertThat(analysis(id).totalParameters().trainable()).isEqualTo(trainable);
    }

    @ParameterizedTest
    @CsvSource({
        // LeCun et al. 1998, figure 2
        "lenet, conv1, 28×28×6", "lenet, pool1, 14×14×6", "lenet, conv2, 10×10×16", "lenet, pool2, 5×5×16",
        "lenet, fc1, 120", "lenet, fc2, 84", "lenet, category, 10",
        // Simonyan and Zisserman, table 1, and the sizes of the five poolings
        "vgg-16, convolutions1, 224×224×64", "vgg-16, pool1, 112×112×64", "vgg-16, pool2, 56×56×128",
        "vgg-16, pool3, 28×28×256", "vgg-16, pool4, 14×14×512", "vgg-16, pool5, 7×7×512", "vgg-16, category, 1000",
        // He et al., table 1
        "resnet-18, stem_conv, 112×112×64", "resnet-18, stage1_rest, 56×56×64", "resnet-18, stage2_rest, 28×28×128",
        "resnet-18, stage3_rest, 14×14×256", "resnet-18, stage4_rest, 7×7×512",
        "resnet-34, stage1_rest, 56×56×64", "resnet-34, stage2_entry, 28×28×128", "resnet-34, stage4_rest, 7×7×512",
        "resnet-50, stem_conv, 112×112×64", "resnet-50, stem_pool, 56×56×64", "resnet-50, stage1_rest, 56×56×256",
        "resnet-50, stage2_rest, 28×28×512", "resnet-50, stage3_rest, 14×14×1024", "resnet-50, stage4_rest, 7×7×2048",
        "resnet-50, category, 1000",
        // Huang et al., table 1; channels 64 + 6·32 and so on, halved between
        "densenet-121, dense1, 56×56×256", "densenet-121, transition1, 28×28×128", "densenet-121, dense2, 28×28×512",
        "densenet-121, transition2, 14×14×256", "densenet-121, dense3, 14×14×1024", "densenet-121, dense4, 7×7×1024",
        // Howard et al., table 1
        "mobilenet, stem_conv, 112×112×32", "mobilenet, separable1, 112×112×64", "mobilenet, pairs, 14×14×512",
        "mobilenet, middle, 14×14×512", "mobilenet, shrink, 7×7×1024", "mobilenet, last, 7×7×1024",
        // Tan and Le, table 1
        "efficientnet-b0, stem_conv, 112×112×32", "efficientnet-b0, stage1_entry, 112×112×16",
        "efficientnet-b0, stage2_rest, 56×56×24", "efficientnet-b0, stage3_rest, 28×28×40",
        "efficientnet-b0, stage4_rest, 14×14×80", "efficientnet-b0, stage5_rest, 14×14×112",
        "efficientnet-b0, stage6_rest, 7×7×192", "efficientnet-b0, stage7_entry, 7×7×320",
        "efficientnet-b0, top_conv, 7×7×1280",
        // Ronneberger et al., figure 1, with zeros around
        "u-net-2d, encode1, 256×256×64", "u-net-2d, encode4, 32×32×512", "u-net-2d, bottom, 16×16×1024",
        "u-net-2d, join4, 32×32×1024", "u-net-2d, decode1, 256×256×64", "u-net-2d, mask, 256×256×1",
        // Çiçek et al., figure 2, with zeros around
        "u-net-3d, encode1, 64×64×64×64", "u-net-3d, encode3, 16×16×16×256", "u-net-3d, bottom, 8×8×8×512",
        "u-net-3d, join3, 16×16×16×768", "u-net-3d, decode1, 64×64×64×64", "u-net-3d, mask, 64×64×64×1",
        // Ribeiro et al., figure 1: length and filters of the residual blocks
        "ecg-resnet-1d, stem_relu, 4096×64", "ecg-resnet-1d, residual1, 1024×128", "ecg-resnet-1d, residual2, 256×196",
        "ecg-resnet-1d, residual3, 64×256", "ecg-resnet-1d, residual4, 16×320", "ecg-resnet-1d, findings, 6",
        "sequence-lstm, lstm1, 48×64", "sequence-lstm, lstm2, 64", "sequence-lstm, event, 1",
        "transformer-encoder, embed, 100×64", "transformer-encoder, encoder, 100×64", "transformer-encoder, pool, 64",
        "image-record-fusion, convolutions, 8×8×128", "image-record-fusion, join, 160",
        "image-record-fusion, finding, 1",
    })
    void shapesOfThePapers(String id, String layer, String shape) {
        Network network = templates.create(id);
        assertThat(Analyses.shape(network, layer)).isEqualTo(shape);
    }

    /** LeCun et al. 1998, but each map of the second convolution sees all of the first: 156+2416+48120+10164+850. */
    @Test
    void leNet() {
        assertThat(total("lenet")).isEqualTo(156 + 2_416 + 48_120 + 10_164 + 850).isEqualTo(61_706);
    }

    /** Two 3×3 convolutions at each of nine places, four transposed ones of 2×2, and the decision. */
    @Test
    void unet() {
        long sum = 0;
        int channels = 1;
        for (int width : new int[] {64, 128, 256, 512, 1024}) {
            sum += conv(9, channels, width) + conv(9, width, width);
            channels = width;
        }
        for (int width : new int[] {512, 256, 128, 64}) {
            sum += conv(4, 2 * width, width) + conv(9, 2 * width, width) + conv(9, width, width);
        }
        assertThat(total("u-net-2d")).isEqualTo(sum + conv(1, 64, 1));
    }

    /**
     * Çiçek et al. state 19,069,955 parameters for three channels in and three categories out: that are the kernels of
     * all convolutions, the biases of the transposed ones and of the decision, and one number for each of the 1,440
     * channels on the way down. One channel in and one category out take away 27·32·2 + 65·2; four numbers for each
     * normalised channel (1,440 down and 896 up) replace the one.
     */
    @Test
    void unet3D() {
        long published = 19_069_955;
        long kernelsAndDecision = published - 1_440 - 27 * 32 * 2 - 65 * 2;
        assertThat(total("u-net-3d")).isEqualTo(kernelsAndDecision + 4 * (1_440 + 896));
    }

    /** Kernels without bias; four numbers for each normalised channel; 16 steps of 320 features to 6 findings. */
    @Test
    void ecgResNet() {
        long sum = 16 * 12 * 64 + 4 * 64;
        int channels = 64;
        for (int filters : new int[] {128, 196, 256, 320}) {
            sum += 16L * channels * filters + 4 * filters + 16L * filters * filters + (long) channels * filters;
            sum += channels == 64 ? 0 : 4 * channels;
            channels = filters;
        }
        assertThat(total("ecg-resnet-1d")).isEqualTo(sum + 4 * 320 + 16 * 320 * 6 + 6);
    }

    /** LSTM: 4·units·(inputs + units + 1). */
    @Test
    void lstm() {
        assertThat(total("sequence-lstm")).isEqualTo(4 * 64 * (37 + 64 + 1) + 4 * 64 * (64 + 64 + 1)
                + 32 * (64 + 1) + (32 + 1));
    }

    /** Each encoder: four projections 64×64 with bias, two normalisations of 64, dense layers 64 → 256 → 64. */
    @Test
    void transformer() {
        int encoder = 4 * (64 * 64 + 64) + 2 * 2 * 64 + 256 * (64 + 1) + 64 * (256 + 1);
        assertThat(total("transformer-encoder")).isEqualTo(64 * (32 + 1) + 4 * encoder + 5 * (64 + 1));
    }

    /** Convolutions of 16, 32, 64, 128 filters without bias, each normalised; dense layers 32, 32, 64, 1. */
    @Test
    void fusion() {
        int convolutions = 9 * (16 + 16 * 32 + 32 * 64 + 64 * 128) + 4 * (16 + 32 + 64 + 128);
        assertThat(total("image-record-fusion")).isEqualTo(convolutions + 32 * (12 + 1) + 32 * (32 + 1)
                + 64 * (128 + 32 + 1) + 64 + 1);
    }

    private long total(String id) {
        return analysis(id).totalParameters().total();
    }

    private NetworkAnalysis analysis(String id) {
        return analyses.computeIfAbsent(id, name -> Analyses.of(templates.create(name)));
    }

    private static long conv(int window, int channels, int filters) {
        return (long) filters * ((long) window * channels + 1);
    }
}
