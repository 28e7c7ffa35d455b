// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A model of one operator, written as a line: {@code Conv@13 1x3x8x7 f4x3x3x3 pads=1,1,1,1}. The first sizes are those
 * of the data; {@code f2x3} is an array of random numbers, {@code i:0,2} one of whole numbers, {@code n:0.5,1} one of
 * decimals, {@code _} an input that is left out.
 *
 * @param line the line
 */
record SingleOperator(String line) {
    /** The same operator with another attribute: {@code name=value}, whole numbers, decimals or a word. */
    SingleOperator with(String attribute) {
        String name = attribute.substring(0, attribute.indexOf('=') + 1);
        List<String> others = words().filter(word -> !word.startsWith(name)).toList();
        return new SingleOperator(String.join(" ", others) + " " + attribute);
    }

    /** Its name. */
    String name() {
        return line.substring(0, line.indexOf('@'));
    }

    /** The model. */
    ModelProto model() {
        List<String> words = words().toList();
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(name()).setName("node").addInput("x").addOutput("y");
        GraphProto.Builder graph = GraphProto.newBuilder().setName("single").addInput(value("x", words.get(1)))
                .addOutput(ValueInfoProto.newBuilder().setName("y").setType(type(1)));
        for (String word : words.subList(2, words.size())) {
            if (word.contains("=")) {
                node.addAttribute(attribute(word));
            } else {
                String name = word.equals("_") ? "" : "c" + node.getInputCount();
                node.addInput(name);
                if (!name.isEmpty()) {
                    graph.addInitializer(array(name, word));
                }
            }
        }
        long version = Long.parseLong(words.get(0).substring(name().length() + 1));
        return ModelProto.newBuilder().setIrVersion(8).setGraph(graph.addNode(node))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(version)).build();
    }

    private Stream<String> words() {
        return Arrays.stream(line.split(" +"));
    }

    private static ValueInfoProto value(String name, String sizes) {
        var type = type(1);
        for (String size : sizes.split("x")) {
            var dim = ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension.newBuilder();
            type.getTensorTypeBuilder().getShapeBuilder().addDim(size.equals("?") ? dim.setDimParam("n")
                    : dim.setDimValue(Long.parseLong(size)));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(type).build();
    }

    private static ai.onnx.proto.OnnxMl.TypeProto.Builder type(int element) {
        var type = ai.onnx.proto.OnnxMl.TypeProto.newBuilder();
        type.getTensorTypeBuilder().setElemType(element);
        return type;
    }

    private static TensorProto array(String name, String word) {
        TensorProto.Builder array = TensorProto.newBuilder().setName(name);
        if (word.startsWith("f")) {
            Random random = new Random(word.hashCode());
            int count = 1;
            for (String size : word.substring(1).split("x")) {
                array.addDims(Long.parseLong(size));
                count *= Integer.parseInt(size);
            }
            for (int i = 0; i < count; i++) {
                array.addFloatData(0.3f + Math.abs((float) random.nextGaussian()));
            }
            return array.setDataType(TensorProto.DataType.FLOAT.getNumber()).build();
        }
        List<String> numbers = List.of(word.substring(2).split(","));
        array.addDims(numbers.size());
        boolean whole = word.startsWith("i");
        numbers.forEach(number -> {
            if (whole) {
                array.addInt64Data(Long.parseLong(number));
            } else {
                array.addFloatData(Float.parseFloat(number));
            }
        });
        return array.setDataType((whole ? TensorProto.DataType.INT64 : TensorProto.DataType.FLOAT).getNumber()).build();
    }

    private static AttributeProto attribute(String word) {
        String name = word.substring(0, word.indexOf('='));
        String[] values = word.substring(name.length() + 1).split(",");
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        boolean row = values.length > 1 || word.endsWith(",");
        if (values[0].matches("-?\\d+")) {
            List<Long> numbers = Arrays.stream(values).map(Long::valueOf).toList();
            return row ? attribute.setType(AttributeType.INTS).addAllInts(numbers).build()
                    : attribute.setType(AttributeType.INT).setI(numbers.get(0)).build();
        }
        if (values[0].matches("-?\\d+\\.\\d+")) {
            List<Float> numbers = Arrays.stream(values).map(Float::valueOf).toList();
            return row ? attribute.setType(AttributeType.FLOATS).addAllFloats(numbers).build()
                    : attribute.setType(AttributeType.FLOAT).setF(numbers.get(0)).build();
        }
        List<ByteString> texts = Arrays.stream(values).map(ByteString::copyFromUtf8).toList();
        return row ? attribute.setType(AttributeType.STRINGS).addAllStrings(texts).build()
                : attribute.setType(AttributeType.STRING).setS(texts.get(0)).build();
    }
}
