// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Reads the file itself. A length in it that is larger than the file takes no memory, and nesting is bounded, both by
 * the reader of protocol buffers.
 *
 * @param path the file
 */
public record ModelFile(Path path) {
    private static final long MOST_BYTES = Integer.MAX_VALUE;
    private static final long NEWEST_OPERATOR_SET = 26;

    /**
     * The model in the file.
     *
     * @throws ReportedException if it is no ONNX model or one of another age
     */
    public ModelProto read() {
        ModelProto model = parse();
        if (!model.hasGraph() || model.getIrVersion() <= 0) {
            throw refuse("This is no ONNX model.", "Choose a file that a tool exported as ONNX.");
        }
        if (operatorSet(model) > NEWEST_OPERATOR_SET) {
            throw refuse("The model uses operator set " + operatorSet(model) + ", which is newer than what Vesalius knows"
                    + " (" + NEWEST_OPERATOR_SET + ").", "Export it again with an older operator set, such as 17.");
        }
        return model;
    }

    /** The version of the standard operators; 1 where the file does not say, as in the first models. */
    public static long operatorSet(ModelProto model) {
        return model.getOpsetImportList().stream().filter(set -> isStandard(set.getDomain()))
                .mapToLong(OperatorSetIdProto::getVersion).max().orElse(1);
    }

    static boolean isStandard(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    private ModelProto parse() {
        try (InputStream in = Files.newInputStream(path)) {
            if (Files.size(path) > MOST_BYTES) {
                throw refuse("The file is larger than 2 GB, the most that an ONNX file can be.",
                        "Export the model with its weights in a file beside it.");
            }
            CodedInputStream coded = CodedInputStream.newInstance(in);
            coded.setSizeLimit(Integer.MAX_VALUE);
            return ModelProto.parseFrom(coded);
        } catch (InvalidProtocolBufferException e) {
            throw refuse("This is no ONNX model, or the file is damaged.",
                    "See that the file was copied as a whole, or export it again.", e);
        } catch (IOException e) {
            throw refuse("The file can't be read.", "See that it is there and that you may read it.", e);
        }
    }

    private ReportedException refuse(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, path, remedy);
    }

    private ReportedException refuse(String message, String remedy, Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, path, remedy, cause);
    }
}
