// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.Analyses;
import org.vesalius.network.Layer;
import org.vesalius.network.Layers;
import org.vesalius.network.Network;
import org.vesalius.network.Networks;
import org.vesalius.network.shape.Shape;

/**
 * Shapes and parameter counts of layers with one input, each in a table: type; attributes; input; result; parameters.
 * Sources: "Keras" is the worked example in the reference of that layer at keras.io; other figures are published with
 * the model that is named; the rest is worked out by hand from the formula in the metamodel's documentation.
 */
class LayerTableTest {
    /** Sizes by TensorFlow's rules: valid (n − d(k − 1) − 1)/s + 1 rounded down, same and causal n/s rounded up. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // Keras, Conv3D: 28×28×28×1 with 2 filters of 3
        "Convolution3D; filters=2; 28x28x28x1; 26×26×26×2; 56",
        // C3D (Tran et al., arXiv:1412.0767), conv1a and conv2a: 5,248 and 221,312 parameters
        "Convolution3D; filters=64 padding=same; 16x112x112x3; 16×112×112×64; 5248",
        "Convolution3D; filters=128 padding=same; 16x56x56x64; 16×56×56×128; 221312",
        "Convolution3D; filters=4 kernelSize=1x3x5 stride=1x2x3; 9x9x9x2; 9×4×2×4; 124",
        "Convolution3D; filters=4 dilation=2x2x2 useBias=false; 9x9x?x2; 5×5×?×4; 216",
        "Convolution1D; filters=8 kernelSize=3 padding=causal; 10x4; 10×8; 104",
        "Convolution1D; filters=8 kernelSize=3 padding=causal stride=2; 9x4; 5×8; 104",
        "Convolution1D; filters=8 kernelSize=3 padding=causal dilation=8; 10x4; 10×8; 104",
        "Convolution1D; filters=8 kernelSize=3 padding=causal; ?x4; ?×8; 104"})
    void convolutions(String type, String settings, String input, String result, long parameters) {
        check(type, settings, input, result, parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // MobileNet 1.0 (keras.applications): conv_dw_1 288, conv_dw_2 with stride 2 576
        "DepthwiseConvolution2D; padding=same useBias=false; 112x112x32; 112×112×32; 288",
        "DepthwiseConvolution2D; padding=same useBias=false stride=2x2; 113x113x64; 57×57×64; 576",
        "DepthwiseConvolution2D; depthMultiplier=2; 12x12x3; 10×10×6; 60",
        "DepthwiseConvolution2D; kernelSize=3x2 dilation=2x1; 9x9x5; 5×8×5; 35",
        // Xception (keras.applications): block2_sepconv1 8,768, block4_sepconv2 536,536
        "SeparableConvolution2D; filters=128 padding=same useBias=false; 147x147x64; 147×147×128; 8768",
        "SeparableConvolution2D; filters=728 padding=same useBias=false; 37x37x728; 37×37×728; 536536",
        "SeparableConvolution2D; filters=4 depthMultiplier=2; 8x8x3; 6×6×4; 82"})
    void depthwiseAndSeparable(String type, String settings, String input, String result, long parameters) {
        check(type, settings, input, result, parameters);
    }

    /** Dumoulin and Visin, arXiv:1603.07285, relationship 14: o = s(i − 1) + k; where k < s Keras gives s·i. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // U-Net (arXiv:1505.04597), first up-convolution: 28²×1024 to 56²×512
        "TransposedConvolution2D; filters=512; 28x28x1024; 56×56×512; 2097664",
        "TransposedConvolution2D; filters=2 kernelSize=3x3; 4x5x1; 9×11×2; 20",
        "TransposedConvolution2D; filters=2 kernelSize=3x3 padding=same; 4x5x1; 8×10×2; 20",
        "TransposedConvolution2D; filters=2 kernelSize=3x3 stride=1x1; 4x5x1; 6×7×2; 20",
        "TransposedConvolution2D; filters=2 kernelSize=1x1 stride=3x3; 4x5x1; 12×15×2; 4",
        "TransposedConvolution2D; filters=2; ?x5x1; ?×10×2; 10",
        "TransposedConvolution1D; filters=3 kernelSize=4 stride=3; 10x2; 31×3; 27",
        "TransposedConvolution3D; filters=3 useBias=false; 4x5x6x2; 8×10×12×3; 48"})
    void transposedConvolutions(String type, String settings, String input, String result, long parameters) {
        check(type, settings, input, result, parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // C3D: pool1 1×2×2
        "Pooling3D; poolSize=1x2x2; 16x112x112x64; 16×56×56×64",
        "Pooling3D; ; 5x5x5x1; 2×2×2×1",
        "Pooling3D; padding=same; 5x5x5x1; 3×3×3×1",
        "Pooling3D; poolSize=3x3x3 stride=2x2x2; 7x8x?x2; 3×3×?×2",
        "GlobalPooling; ; 4x5x6x8; 8",
        "GlobalPooling; keepAxes=true; 30x30x64; 1×1×64",
        "GlobalPooling; keepAxes=true; ?x32; 1×32"})
    void poolings(String type, String settings, String input, String result) {
        check(type, settings, input, result, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // Keras: ZeroPadding1D(2) on 2×3; ZeroPadding2D(1) on 1×2×2; ZeroPadding3D(2) on 2×2×3 with 1 channel
        "ZeroPadding1D; start=2 end=2; 2x3; 6×3",
        "ZeroPadding2D; top=1 bottom=1 left=1 right=1; 1x2x2; 3×4×2",
        "ZeroPadding3D; front=2 back=2 top=2 bottom=2 left=2 right=2; 2x2x3x1; 6×6×7×1",
        // ResNet-50 of Keras: conv1_pad makes 230 of 224
        "ZeroPadding2D; top=3 bottom=3 left=3 right=3; 224x224x3; 230×230×3",
        "ZeroPadding2D; bottom=1; ?x5x3; ?×5×3",
        // Keras: Cropping1D(1) on 3×2; Cropping2D((2, 2), (4, 4)) on 28×28×3; Cropping3D(2, 4, 2) on 28×28×10×3
        "Cropping1D; start=1 end=1; 3x2; 1×2",
        "Cropping2D; top=2 bottom=2 left=4 right=4; 28x28x3; 24×20×3",
        "Cropping3D; front=2 back=2 top=4 bottom=4 left=2 right=2; 28x28x10x3; 24×20×6×3",
        // Keras: UpSampling1D(2) on 2×3; UpSampling2D(1, 2) on 2×1×3; UpSampling3D(2) on 1×2×1×3
        "UpSampling1D; ; 2x3; 4×3",
        "UpSampling2D; factor=1x2; 2x1x3; 2×2×3",
        "UpSampling2D; factor=3 interpolation=bilinear; 5x7x2; 15×21×2",
        "UpSampling3D; ; 1x2x1x3; 2×4×2×3"})
    void paddingCroppingAndUpSampling(String type, String settings, String input, String result) {
        check(type, settings, input, result, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // Keras: Reshape((3, 4)) and Reshape((-1, 2, 2)) on 12
        "Reshape; shape=3x4; 12; 3×4",
        "Reshape; shape=?x2x2; 12; 3×2×2",
        "Reshape; shape=7x7x64; 3136; 7×7×64",
        "Reshape; shape=49x64; 7x7x64; 49×64",
        "Reshape; shape=5x?; ?x10; 5×?",
        "Reshape; shape=5x2; ?; 5×2",
        // Keras: Permute((2, 1)) on 10×64, RepeatVector(3) on 32
        "Permute; order=2,1; 10x64; 64×10",
        "Permute; order=3,1,2; 4x5x6; 6×4×5",
        "Permute; order=2,1; ?x64; 64×?",
        "Permute; ; 10x64; 10×64",
        "RepeatVector; times=3; 32; 3×32",
        "RepeatVector; times=3; ?; 3×?"})
    void movingNumbers(String type, String settings, String input, String result) {
        check(type, settings, input, result, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "BatchNormalization; ; 112x112x64; 112×112×64; 256",
        "BatchNormalization; scale=false; 112x112x64; 112×112×64; 192",
        "BatchNormalization; scale=false center=false; 10x4x4x8; 10×4×4×8; 16",
        // BERT base (arXiv:1810.04805): each normalisation of 768 features has 1,536 parameters
        "LayerNormalization; ; 128x768; 128×768; 1536",
        "LayerNormalization; center=false; 128x768; 128×768; 768",
        // torch.nn.GroupNorm(32, 256) has 512 parameters
        "GroupNormalization; ; 56x56x256; 56×56×256; 512",
        "GroupNormalization; groups=-1 scale=false; 9x9x6; 9×9×6; 6",
        // EfficientNet-B0 of Keras: the normalisation in front keeps 7 numbers for 3 channels
        "Normalization; ; 224x224x3; 224×224×3; 7",
        "Rescaling; scale=0.00392 offset=-1; 224x224x3; 224×224×3; 0",
        "PReLU; ; 32x32x16; 32×32×16; 16",
        "PReLU; shared=false; 32x32x16; 32×32×16; 16384",
        "PReLU; ; 20; 20; 20",
        "LeakyReLU; slope=0.01; ?x5; ?×5; 0",
        "ELU; ; 5; 5; 0",
        "Activation; function=gelu; 5x5x2; 5×5×2; 0"})
    void normalisingAndActivation(String type, String settings, String input, String result, long parameters) {
        check(type, settings, input, result, parameters);
    }

    @ParameterizedTest
    @CsvSource({"Dropout", "SpatialDropout", "GaussianDropout", "AlphaDropout", "GaussianNoise", "Masking",
        "LeakyReLU", "ELU", "Rescaling"})
    void theseKeepTheShapeAndLearnNothing(String type) {
        check(type, "", "100x32", "100×32", 0);
        check(type, "", "?x32", "?×32", 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // Keras guide "Working with RNNs": GRU(256) on 64 features 247,296, SimpleRNN(128) on 256 features 49,280
        "GRU; units=256 returnSequences=true; ?x64; ?×256; 247296",
        "SimpleRNN; units=128; ?x256; 128; 49280",
        "GRU; units=256 resetAfter=false; 10x64; 256; 246528",
        "GRU; units=256 useBias=false; 10x64; 256; 245760",
        "LSTM; units=128 useBias=false; 10x64; 128; 98304",
        "SimpleRNN; units=3 useBias=false; 10x2; 3; 15",
        "LSTM; units=3 goBackwards=true returnSequences=true; 10x2; 10×3; 72",
        "LastTimeStep; ; 10x64; 64; 0",
        "LastTimeStep; ; ?x64; 64; 0",
        "Embedding; vocabularySize=20000 dimension=128; ?; ?×128; 2560000"})
    void sequences(String type, String settings, String input, String result, long parameters) {
        check(type, settings, input, result, parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        // Vaswani et al., base model: 8 heads of 64 on 512 features; torch.nn.MultiheadAttention counts 1,050,624
        "SelfAttention; heads=8 keyDimension=64; 100x512; 100×512; 1050624",
        "SelfAttention; heads=8 keyDimension=64 useBias=false; ?x512; ?×512; 1048576",
        "SelfAttention; heads=2 keyDimension=3; 6x8; 6×8; 218",
        "PositionalEncoding; ; ?x512; ?×512; 0",
        // BERT base: 512 learned positions of 768 features
        "PositionalEncoding; kind=learned; 128x768; 128×768; 393216"})
    void attention(String type, String settings, String input, String result, long parameters) {
        check(type, settings, input, result, parameters);
    }

    private static void check(String type, String settings, String input, String result, long parameters) {
        Layer layer = Layers.of(type, settings == null ? "" : settings);
        Network network = Networks.single(Shape.valueOf(input), layer);
        assertThat(Analyses.of(network).problems()).filteredOn(problem -> problem.isError()).isEmpty();
        assertThat(Analyses.shape(network, "layer")).isEqualTo(result);
        assertThat(Analyses.of(network).parameters(layer).total()).isEqualTo(parameters);
    }
}
