// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Numbers that stand in a file beside the model. A path that leaves the model's folder is refused, also through a link.
 *
 * @param model the model file
 */
record ExternalData(Path model) {
    private static final String REMEDY = "Put the file of weights beside the model, as the tool wrote it.";

    /**
     * The bytes of an array.
     *
     * @throws ReportedException if the file is not in the model's folder, missing, or too short
     */
    ByteBuffer read(TensorProto tensor) {
        String location = entry(tensor, "location").orElse("");
        try (FileChannel channel = FileChannel.open(inside(location))) {
            long offset = number(tensor, "offset", 0);
            long length = number(tensor, "length", channel.size() - offset);
            if (offset < 0 || length < 0 || length > channel.size() - offset || length > Integer.MAX_VALUE) {
                throw refuse("The file '" + location + "' is shorter than the model says.");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
        } catch (IOException e) {
            throw refuse("The weights in '" + location + "' can't be read.", e);
        }
    }

    private Path inside(String location) throws IOException {
        Path folder = model.toAbsolutePath().resolveSibling("").toRealPath();
        try {
            Path relative = Path.of(location);
            if (location.isEmpty() || relative.isAbsolute() || !folder.resolve(relative).normalize().startsWith(folder)) {
                throw outside(location);
            }
            Path real = folder.resolve(relative).toRealPath();
            if (!real.startsWith(folder)) {
                throw outside(location);
            }
            return real;
        } catch (InvalidPathException e) {
            throw refuse("The model names no proper file for its weights.", e);
        }
    }

    private long number(TensorProto tensor, String key, long otherwise) {
        try {
            return entry(tensor, key).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw refuse("The model does not say properly where its weights stand.", e);
        }
    }

    private static Optional<String> entry(TensorProto tensor, String key) {
        return tensor.getExternalDataList().stream().filter(entry -> entry.getKey().equals(key))
                .map(StringStringEntryProto::getValue).findFirst();
    }

    private ReportedException outside(String location) {
        return refuse("The model wants its weights from '" + location + "', which is not in its folder.");
    }

    private ReportedException refuse(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, model, REMEDY);
    }

    private ReportedException refuse(String message, Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, model, REMEDY, cause);
    }
}
