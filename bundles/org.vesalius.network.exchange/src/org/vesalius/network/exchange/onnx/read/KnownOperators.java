// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/**
 * What the readers understand of each operator, from which version on. Whatever a file says beyond that makes the
 * operator unknown rather than wrong. A line holds the operator, the first version it is about, how many inputs and
 * results there may be ({@code *} for any number), and the attributes:
 *
 * <ul>
 * <li>{@code name} is read, whatever its value;
 * <li>{@code name:value} is read, and has this value where it is missing;
 * <li>{@code name=value} may have this value only, which it has where it is missing;
 * <li>{@code name~} changes nothing in what is predicted.
 * </ul>
 *
 * <p>Source: github.com/onnx/onnx, Operators and Changelog.
 */
final class KnownOperators {
    private static final String TABLE = """
            Abs                    1   1 1
            Add                    1   2 1  broadcast~
            AveragePool            1   1 1  auto_pad kernel_shape pads strides
            AveragePool            7   1 1  auto_pad count_include_pad kernel_shape pads strides
            AveragePool            10  1 1  auto_pad ceil_mode count_include_pad kernel_shape pads strides
            AveragePool            19  1 1  auto_pad ceil_mode count_include_pad dilations kernel_shape pads strides
            BatchNormalization     1   5 1  epsilon is_test~ momentum spatial=1
            BatchNormalization     9   5 1  epsilon momentum
            BatchNormalization     14  5 1  epsilon momentum training_mode=0
            Cast                   1   1 1
            Cast                   6   1 1  to
            Cast                   19  1 1  saturate=1 to
            Celu                   12  1 1  alpha
            Clip                   1   1 1  max min
            Clip                   11  3 1
            Concat                 1   * 1  axis:1
            Concat                 4   * 1  axis
            Constant               1   0 1  value
            Constant               12  0 1  value value_float value_floats value_int value_ints
            ConstantOfShape        9   1 1  value
            Conv                   1   3 1  auto_pad dilations group kernel_shape pads strides
            ConvTranspose          1   3 1  auto_pad dilations group kernel_shape output_padding output_shape pads strides
            DequantizeLinear       10  3 1  axis
            DequantizeLinear       21  3 1  axis block_size=0
            Div                    1   2 1  broadcast~
            Dropout                1   1 1  is_test~ ratio
            Dropout                7   1 1  ratio
            Dropout                12  3 1  seed~
            Elu                    1   1 1  alpha
            Equal                  7   2 1
            Exp                    1   1 1
            Expand                 8   2 1
            Flatten                1   1 1  axis
            Gather                 1   2 1  axis
            Gelu                   1   1 1  approximate
            Gemm                   1   3 1  alpha beta broadcast~ transA transB
            Gemm                   7   3 1  alpha beta transA transB
            GlobalAveragePool      1   1 1
            GlobalMaxPool          1   1 1
            GroupNormalization     18  3 1  epsilon num_groups stash_type=1
            GRU                    1   6 2  activation_alpha activation_beta activations direction hidden_size linear_before_reset output_sequence~
            GRU                    14  6 2  activation_alpha activation_beta activations direction hidden_size layout linear_before_reset
            HardSigmoid            1   1 1  alpha beta
            HardSwish              14  1 1
            Identity               1   1 1
            InstanceNormalization  1   3 1  epsilon
            LayerNormalization     1   3 1  axis epsilon stash_type=1
            LeakyRelu              1   1 1  alpha
            LogSigmoid             1   1 1
            LogSoftmax             1   1 1  axis:1
            LogSoftmax             13  1 1  axis:-1
            LSTM                   1   8 3  activation_alpha activation_beta activations direction hidden_size input_forget=0 output_sequence~
            LSTM                   14  8 3  activation_alpha activation_beta activations direction hidden_size input_forget=0 layout
            MatMul                 1   2 1
            Max                    1   * 1
            MaxPool                1   1 1  auto_pad kernel_shape pads strides
            MaxPool                8   1 1  auto_pad kernel_shape pads storage_order~ strides
            MaxPool                10  1 1  auto_pad ceil_mode dilations kernel_shape pads storage_order~ strides
            Mean                   1   * 1
            Min                    1   * 1
            Mish                   1   1 1
            Mul                    1   2 1  broadcast~
            Neg                    1   1 1
            Pad                    1   1 1  mode paddings value
            Pad                    2   1 1  mode pads value
            Pad                    11  3 1  mode
            Pad                    18  4 1  mode
            Pow                    1   2 1  broadcast~
            PRelu                  1   2 1
            QuantizeLinear         10  3 1  axis saturate~
            ReduceMax              1   1 1  axes keepdims
            ReduceMax              18  2 1  keepdims noop_with_empty_axes
            ReduceMean             1   1 1  axes keepdims
            ReduceMean             18  2 1  keepdims noop_with_empty_axes
            ReduceMin              1   1 1  axes keepdims
            ReduceMin              18  2 1  keepdims noop_with_empty_axes
            ReduceProd             1   1 1  axes keepdims
            ReduceProd             18  2 1  keepdims noop_with_empty_axes
            ReduceSum              1   1 1  axes keepdims
            ReduceSum              13  2 1  keepdims noop_with_empty_axes
            Relu                   1   1 1
            Reshape                1   1 1  shape
            Reshape                5   2 1
            Reshape                14  2 1  allowzero
            Resize                 10  2 1  coordinate_transformation_mode:asymmetric mode nearest_mode:floor
            Resize                 11  4 1  coordinate_transformation_mode:half_pixel cubic_coeff_a exclude_outside extrapolation_value~ mode nearest_mode:round_prefer_floor
            Resize                 18  4 1  antialias=0 axes coordinate_transformation_mode:half_pixel cubic_coeff_a exclude_outside extrapolation_value~ keep_aspect_ratio_policy=stretch mode nearest_mode:round_prefer_floor
            RNN                    1   6 2  activation_alpha activation_beta activations direction hidden_size output_sequence~
            RNN                    14  6 2  activation_alpha activation_beta activations direction hidden_size layout
            Selu                   1   1 1  alpha:1.6732 gamma:1.0507
            Selu                   6   1 1  alpha:1.67326319217681884765625 gamma:1.05070102214813232421875
            Shape                  1   1 1
            Shape                  15  1 1  end start
            Sigmoid                1   1 1
            Slice                  1   1 1  axes ends starts
            Slice                  10  5 1
            Softmax                1   1 1  axis:1
            Softmax                13  1 1  axis:-1
            Softplus               1   1 1
            Softsign               1   1 1
            Split                  1   2 *  axis split
            Split                  2   1 *  axis split
            Split                  13  2 *  axis
            Split                  18  2 *  axis num_outputs
            Sqrt                   1   1 1
            Squeeze                1   1 1  axes
            Squeeze                13  2 1
            Sub                    1   2 1  broadcast~
            Sum                    1   * 1
            Swish                  1   1 1  alpha=1
            Tanh                   1   1 1
            Tile                   6   2 1
            Transpose              1   1 1  perm
            Unsqueeze              1   1 1  axes
            Unsqueeze              13  2 1
            Upsample               7   1 1  coordinate_transformation_mode:asymmetric mode nearest_mode:floor scales
            Upsample               9   2 1  coordinate_transformation_mode:asymmetric mode nearest_mode:floor
            Where                  9   3 1
            com.microsoft.Gelu     1   1 1
            """;
    /** Of which type each attribute is, whatever the operator. */
    private static final Map<AttributeType, String> TYPES = Map.of(
            AttributeType.INT, "allowzero antialias axis block_size broadcast ceil_mode count_include_pad end"
                    + " exclude_outside group hidden_size input_forget is_test keepdims layout linear_before_reset"
                    + " noop_with_empty_axes num_groups num_outputs output_sequence saturate seed spatial stash_type"
                    + " start storage_order to training_mode transA transB value_int",
            AttributeType.INTS, "axes dilations ends kernel_shape output_padding output_shape pads paddings perm shape"
                    + " split starts strides value_ints",
            AttributeType.FLOAT, "alpha beta cubic_coeff_a epsilon extrapolation_value gamma max min momentum ratio"
                    + " value_float",
            AttributeType.FLOATS, "activation_alpha activation_beta scales value_floats",
            AttributeType.STRING, "approximate auto_pad coordinate_transformation_mode direction"
                    + " keep_aspect_ratio_policy mode nearest_mode",
            AttributeType.STRINGS, "activations");
    private static final int ANY = Integer.MAX_VALUE;
    /** Told the first runtimes which memory they may use again. */
    private static final String LEGACY = "consumed_inputs";

    private final Map<String, List<Known>> operators = new HashMap<>();
    private final Map<String, AttributeType> types = new HashMap<>();

    KnownOperators() {
        TYPES.forEach((type, names) -> List.of(names.split(" ")).forEach(name -> types.put(name, type)));
        TABLE.lines().map(Known::of).forEach(known -> operators.computeIfAbsent(known.operator(), name -> new ArrayList<>()).add(known));
    }

    /**
     * One line of the table.
     *
     * @param since the first version of the operators it is about
     * @param inputs how many inputs there may be
     * @param results how many results may be used
     * @param attributes by name what stands behind it
     */
    private record Known(String operator, int since, int inputs, int results, Map<String, String> attributes) {
        static Known of(String line) {
            String[] words = line.strip().split(" +");
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String word : List.of(words).subList(4, words.length)) {
                String name = word.split("[:=~]", 2)[0];
                attributes.put(name, word.substring(name.length()));
            }
            return new Known(words[0], Integer.parseInt(words[1]), count(words[2]), count(words[3]), attributes);
        }

        private static int count(String word) {
            return word.equals("*") ? ANY : Integer.parseInt(word);
        }
    }

    /**
     * The operator with the values that its attributes have where they are missing.
     *
     * @throws NotExpressible if it says something that is not understood
     */
    ForeignNode complete(ForeignNode node, Reading reading) throws NotExpressible {
        Known known = known(node.type(), reading.operatorSet())
                .orElseThrow(() -> new NotExpressible("there is no layer for this operator"));
        if (node.inputs().size() > known.inputs()
                && node.inputs().subList(known.inputs(), node.inputs().size()).stream().anyMatch(in -> !in.isEmpty())) {
            throw new NotExpressible("it has " + node.inputs().size() + " inputs");
        }
        for (int result = known.results(); result < node.outputs().size(); result++) {
            if (reading.uses(node.outputs().get(result)) > 0) {
                throw new NotExpressible("its result " + (result + 1) + " is used, which no layer gives");
            }
        }
        for (Map.Entry<String, AttributeProto> attribute : node.attributes().entrySet()) {
            check(attribute.getKey(), attribute.getValue(), known.attributes());
        }
        return with(node, known.attributes());
    }

    private Optional<Known> known(String type, long operatorSet) {
        return operators.getOrDefault(type, List.of()).stream()
                .filter(line -> line.since() <= operatorSet || line.since() == 1 || type.contains("."))
                .reduce((older, newer) -> newer);
    }

    private void check(String name, AttributeProto value, Map<String, String> attributes) throws NotExpressible {
        AttributeType expected = types.getOrDefault(name, value.getType());
        if (value.getType() != AttributeType.UNDEFINED && value.getType() != expected) {
            throw new NotExpressible("its attribute '" + name + "' is of another type than it should be");
        }
        String rule = attributes.get(name);
        if (rule == null && !name.equals(LEGACY)) {
            throw new NotExpressible("its attribute '" + name + "' is not understood");
        }
        if (rule != null && rule.startsWith("=") && !isValue(value, rule.substring(1))) {
            throw new NotExpressible("its attribute '" + name + "' is " + text(value) + ", which no layer does");
        }
    }

    private static boolean isValue(AttributeProto attribute, String value) {
        return switch (attribute.getType()) {
            case INT -> value.equals(Long.toString(attribute.getI()));
            case FLOAT -> Float.parseFloat(value) == attribute.getF();
            default -> value.equals(attribute.getS().toStringUtf8());
        };
    }

    private static String text(AttributeProto attribute) {
        return switch (attribute.getType()) {
            case INT -> Long.toString(attribute.getI());
            case FLOAT -> Float.toString(attribute.getF());
            default -> attribute.getS().toStringUtf8();
        };
    }

    private static ForeignNode with(ForeignNode node, Map<String, String> attributes) {
        Map<String, AttributeProto> all = new LinkedHashMap<>(node.attributes());
        attributes.forEach((name, rule) -> {
            if (rule.startsWith(":")) {
                all.putIfAbsent(name, value(name, rule.substring(1)));
            }
        });
        return new ForeignNode(node.name(), node.type(), node.inputs(), node.outputs(), all);
    }

    private static AttributeProto value(String name, String text) {
        AttributeProto.Builder value = AttributeProto.newBuilder().setName(name);
        if (text.matches("-?\\d+")) {
            return value.setType(AttributeType.INT).setI(Long.parseLong(text)).build();
        }
        if (text.matches("-?\\d+\\.\\d+")) {
            return value.setType(AttributeType.FLOAT).setF(Float.parseFloat(text)).build();
        }
        return value.setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(text)).build();
    }
}
