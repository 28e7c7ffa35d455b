// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.cases.ImportJudge;
import org.vesalius.network.exchange.cases.OnnxReference;
import org.vesalius.network.exchange.cases.Outcome;
import org.vesalius.network.layer.standard.StandardLayers;

/** What an operator says beyond the usual is computed as ONNX Runtime does, or said to be something else. */
class OperatorAttributesTest {
    /** An operator, then attributes of unusual values; ONNX Runtime lacks the layout 1 of recurrent operators. */
    private static final String CASES = """
            Abs@13 3x5
            Add@13 3x5 f5
            AveragePool@11 2x3x8x7 kernel_shape=3,3 | auto_pad=SAME_LOWER ; auto_pad=VALID ; ceil_mode=1 ; count_include_pad=1 ; pads=1,0,1,1 ; strides=2,3
            AveragePool@11 2x3x8x7 kernel_shape=3,3 pads=1,1,1,1 strides=2,2 | ceil_mode=1 ; count_include_pad=1
            AveragePool@19 2x3x8x7 kernel_shape=2,2 | dilations=2,2
            BatchNormalization@9 2x3x8x7 f3 f3 f3 f3 | epsilon=0.5 ; momentum=1.0 ; momentum=0.0
            BatchNormalization@14 2x3x8x7 f3 f3 f3 f3 | training_mode=1
            BatchNormalization@7 2x3x8x7 f3 f3 f3 f3 | spatial=0
            Cast@13 3x5 to=1 | to=6 ; to=7 ; to=9 ; to=10 ; to=2
            Celu@12 3x5 | alpha=0.3
            Clip@6 3x5 | max=0.5 ; min=-0.5 ; min=0.0
            Concat@13 3x5 axis=1 | axis=-1 ; axis=0
            Conv@11 2x4x8x7 f6x2x3x3 group=2 | auto_pad=SAME_UPPER ; auto_pad=SAME_LOWER ; dilations=2,1 ; pads=0,1,2,0 ; strides=2,3 ; kernel_shape=2,2 ; group=1
            Conv@11 2x4x8x7 f6x2x3x3 group=2 dilations=2,2 | strides=2,2
            ConvTranspose@11 2x4x5x4 f4x3x3x2 | auto_pad=SAME_UPPER ; auto_pad=SAME_LOWER ; dilations=2,2 ; group=2 ; output_padding=1,1 ; output_shape=12,9 ; pads=1,0,0,1 ; strides=2,3
            ConvTranspose@11 2x4x5x4 f4x3x3x2 strides=2,2 | output_padding=1,1 ; auto_pad=SAME_LOWER
            Div@13 3x5 f5
            Dropout@10 3x5 | ratio=0.9
            Elu@6 3x5 | alpha=0.3
            Exp@13 3x5
            Flatten@13 2x3x4x5 | axis=0 ; axis=2 ; axis=-1
            Gather@13 2x3x5 i:0 axis=1 | axis=2 ; axis=-1 ; axis=0
            Gelu@20 3x5 | approximate=tanh
            Gemm@13 3x5 f5x4 f4 | alpha=0.5 ; beta=0.5 ; transB=1 ; transA=1
            Gemm@13 3x5 f4x5 f4 transB=1 | alpha=-2.0 ; beta=0.0
            GlobalAveragePool@13 2x3x8x7
            GlobalMaxPool@13 2x3x8x7
            GroupNormalization@21 2x6x5x4 f6 f6 num_groups=3 | epsilon=0.5 ; num_groups=1 ; stash_type=10
            GRU@14 6x2x3 f1x12x3 f1x12x4 f1x24 hidden_size=4 | linear_before_reset=1 ; direction=reverse ; activations=Relu,Tanh ; clip=0.3 ; hidden_size=5
            HardSigmoid@6 3x5 | alpha=0.4 ; beta=0.1
            HardSwish@14 3x5
            Identity@13 3x5
            InstanceNormalization@6 2x3x8x7 f3 f3 | epsilon=0.5
            LayerNormalization@17 2x3x5 f5 f5 | axis=1 ; axis=-2 ; epsilon=0.5 ; stash_type=10
            LeakyRelu@6 3x5 | alpha=0.4
            LogSoftmax@13 2x3x5 | axis=1 ; axis=0
            LogSoftmax@11 2x3x5 | axis=2 ; axis=0
            LSTM@14 6x2x3 f1x16x3 f1x16x4 f1x32 hidden_size=4 | input_forget=1 ; direction=reverse ; activations=HardSigmoid,Tanh,Tanh ; activations=Sigmoid,Tanh,Relu ; clip=0.3
            LSTM@14 6x2x3 f2x16x3 f2x16x4 f2x32 hidden_size=4 direction=bidirectional activations=HardSigmoid,Tanh,Tanh,HardSigmoid,Tanh,Tanh | activation_alpha=0.2,0.2 ; activation_alpha=0.2,0.0,0.0,0.2,0.0,0.0 ; activation_alpha=0.3,0.3 ; activation_beta=0.5,0.1 ; activation_alpha=0.4,
            MatMul@13 3x5 f5x4
            Max@13 3x5 n:0.2
            MaxPool@11 2x3x8x7 kernel_shape=3,3 | auto_pad=SAME_LOWER ; ceil_mode=1 ; dilations=2,2 ; pads=1,0,1,1 ; strides=2,3 ; storage_order=1
            MaxPool@11 2x3x8x7 kernel_shape=2,2 strides=3,3 | pads=1,1,1,1 ; ceil_mode=1
            Min@13 3x5 n:0.2
            Mish@18 3x5
            Mul@13 3x5 f5
            Neg@13 3x5
            Pad@2 2x3x8x7 pads=0,0,1,2,0,0,0,1 | mode=reflect ; mode=edge ; value=0.5 ; pads=0,1,0,0,0,0,0,2 ; pads=0,0,-1,0,0,0,0,-2
            Pad@19 2x3x8x7 i:0,0,1,2,0,0,0,1 | mode=wrap
            Pow@13 3x5 n:2
            PRelu@13 2x3x5 f5
            ReduceMax@13 2x3x8x7 axes=2,3 | keepdims=0 ; axes=1, ; axes=1,2
            ReduceMean@13 2x3x8x7 axes=2,3 | keepdims=0 ; axes=1, ; axes=-1, ; axes=0,
            ReduceMean@18 2x3x5 _ | noop_with_empty_axes=1 ; noop_with_empty_axes=0
            ReduceMin@13 2x3x8x7 axes=2,3 | keepdims=0 ; axes=1,
            ReduceProd@13 2x3x5 axes=2, | keepdims=0
            ReduceSum@13 2x3x8x7 i:2,3 | keepdims=0 ; noop_with_empty_axes=1
            Relu@13 3x5
            Reshape@14 2x3x4 i:2,12 | allowzero=1
            Resize@13 2x3x4x5 _ n:1,1,2,2 | mode=linear ; mode=cubic ; nearest_mode=ceil ; nearest_mode=floor ; nearest_mode=round_prefer_ceil ; coordinate_transformation_mode=align_corners ; coordinate_transformation_mode=asymmetric ; coordinate_transformation_mode=pytorch_half_pixel ; coordinate_transformation_mode=tf_crop_and_resize
            Resize@13 2x3x4x5 _ n:1,1,2,2 mode=cubic | cubic_coeff_a=-0.5 ; exclude_outside=1 ; coordinate_transformation_mode=align_corners
            Resize@13 2x3x4x5 _ n:1,1,2,3 mode=linear | coordinate_transformation_mode=align_corners ; coordinate_transformation_mode=asymmetric ; extrapolation_value=0.5
            Resize@19 2x3x4x5 _ n:0.5,0.6 axes=2,3 | antialias=1 ; mode=linear ; keep_aspect_ratio_policy=not_larger ; coordinate_transformation_mode=half_pixel_symmetric ; axes=1,2
            RNN@14 6x2x3 f1x4x3 f1x4x4 f1x8 hidden_size=4 | direction=reverse ; activations=Relu, ; activations=Affine, ; clip=0.3
            Selu@6 3x5 | alpha=1.2 ; gamma=0.7
            Sigmoid@13 3x5
            Slice@9 2x3x8x7 starts=1,2 ends=4,6 axes=2,3 | starts=-3,0 ; ends=99,-2 ; axes=1,3
            Softmax@13 2x3x5 | axis=1 ; axis=0
            Softmax@11 2x3x5 | axis=2 ; axis=1 ; axis=0
            Softplus@13 3x5
            Softsign@13 3x5
            Squeeze@11 2x1x5 axes=1, | axes=-2,
            Sub@13 3x5 f5
            Sum@13 3x5 f5
            Tanh@13 3x5
            Transpose@13 2x3x4 perm=0,2,1 | perm=2,1,0 ; perm=1,0,2
            Unsqueeze@11 2x5 axes=1, | axes=-1, ; axes=0,
            Upsample@7 2x3x4x5 scales=1.0,1.0,2.0,3.0 | mode=linear ; scales=1.0,1.0,1.5,1.0
            """;

    private static final int FIFTH = 5;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> anAttributeThatNobodyKnows() {
        return operators().map(operator -> DynamicTest.dynamicTest(operator.line(),
                () -> assertThat(read(operator.with("unheard_of=1")).exact()).isFalse()));
    }

    @TestFactory
    Stream<DynamicTest> someValuesOutOfTheUsual() {
        List<SingleOperator> all = all();
        return IntStream.range(0, all.size()).filter(i -> i % FIFTH == 0).mapToObj(i -> test(all.get(i)));
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> valuesOutOfTheUsual() {
        return all().stream().map(this::test);
    }

    @Test
    void anUnknownSizeIsAQuestionMark() throws IOException {
        ExchangeReport report = read(new SingleOperator("MatMul@13 ?x3x4 f5x4"));

        assertThat(report.layers()).extracting(LayerNote::note).contains("it multiplies ?×3×4 by a matrix 5×4");
    }

    private static List<SingleOperator> all() {
        return CASES.lines().flatMap(line -> Stream.concat(Stream.of(operator(line)), unusual(line))).toList();
    }

    private DynamicTest test(SingleOperator operator) {
        return DynamicTest.dynamicTest(operator.line(), () -> check(operator));
    }

    private void check(SingleOperator operator) throws Exception {
        if (read(operator).exact()) {
            Path file = folder.resolve("model.onnx");
            Outcome outcome = new ImportJudge(folder).judge(operator.line(), file, OnnxReference.random(file));
            assertThat(outcome.verdict().honest()).as(outcome.toString()).isTrue();
        }
    }

    private ExchangeReport read(SingleOperator operator) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, operator.model().toByteArray());
        return new OnnxImporter(StandardLayers.catalog()).load(file).report();
    }

    private static Stream<SingleOperator> operators() {
        List<SingleOperator> operators = new ArrayList<>();
        CASES.lines().map(OperatorAttributesTest::operator)
                .filter(operator -> operators.stream().noneMatch(other -> other.name().equals(operator.name())))
                .forEach(operators::add);
        return operators.stream();
    }

    private static SingleOperator operator(String line) {
        return new SingleOperator(line.split("\\|")[0].strip());
    }

    private static Stream<SingleOperator> unusual(String line) {
        String[] parts = line.split("\\|");
        return parts.length < 2 ? Stream.empty() : Arrays.stream(parts[1].split(";"))
                .map(attribute -> operator(line).with(attribute.strip()));
    }
}
