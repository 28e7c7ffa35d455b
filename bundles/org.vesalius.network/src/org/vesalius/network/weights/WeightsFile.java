// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/**
 * Weights in a file of the safetensors format: the length of a JSON header as 8 bytes, the header, then the numbers as
 * 32-bit floats, all little-endian. It stands beside the network it belongs to and runs no code when read. Source of the
 * format: https://huggingface.co/docs/safetensors.
 */
public final class WeightsFile {
    /** What the names of these files end with, without the dot. */
    public static final String EXTENSION = "safetensors";

    private static final int MAX_HEADER_BYTES = 64 << 20;
    private static final int CHUNK_BYTES = 1 << 20;
    private static final String REMEDY = "Export the weights again, or take them from a copy.";

    private final Path file;

    /** @param file the file to read or write */
    public WeightsFile(Path file) {
        this.file = file;
    }

    /** The file that holds the weights of a network's file: the same name with the extension of this format. */
    public static WeightsFile beside(Path network) {
        String name = network.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return new WeightsFile(network.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + "." + EXTENSION));
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /**
     * Reads all weights.
     *
     * @throws ReportedException if the file can't be read or holds anything but weights
     */
    public NetworkWeights load() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (EOFException e) {
            throw refused("The file of weights is cut off.", e);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw refused("The file of weights can't be used: " + reason(e), e);
        } catch (com.google.gson.stream.MalformedJsonException | IllegalStateException e) {
            throw refused("This is no file of weights in the safetensors format: its header can't be read.", e);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file of weights can't be read.", file,
                    "Check that it exists and that you may read it.", e);
        }
    }

    /**
     * Replaces the file as a whole; the same weights give the same bytes.
     *
     * @throws ReportedException if it can't be written; it is then as before
     */
    public void save(NetworkWeights weights) {
        try {
            new AtomicFile(file).write(out -> write(weights, out));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The weights can't be written.", file,
                    "Check the folder, your permissions and the space on the disk.", e);
        }
    }

    /**
     * Replaces the file as a whole by one that was read again and holds the same weights.
     *
     * @throws ReportedException if it can't be written, or is not the same when it is read; it is then as before
     */
    public void saveChecked(NetworkWeights weights) {
        try {
            new AtomicFile(file).write(out -> write(weights, out), written -> {
                if (!new WeightsFile(written).load().equals(weights)) {
                    throw new IOException("the weights are others when they are read again");
                }
            });
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The weights can't be written.", file,
                    "Check the folder, your permissions and the space on the disk.", e);
        }
    }

    private NetworkWeights read(FileChannel channel) throws IOException {
        long size = channel.size();
        long headerBytes = size < Long.BYTES ? -1 : fill(channel, 0, Long.BYTES).getLong();
        if (headerBytes < 2 || headerBytes > Math.min(MAX_HEADER_BYTES, size - Long.BYTES)) {
            throw refused("This is no file of weights in the safetensors format, or it is cut off.");
        }
        long start = Long.BYTES + headerBytes;
        String header = StandardCharsets.UTF_8.newDecoder()
                .decode(fill(channel, Long.BYTES, (int) headerBytes)).toString();
        NetworkWeights.Builder weights = NetworkWeights.builder();
        for (StoredTensor tensor : WeightsHeader.read(header, size - start)) {
            float[] values = values(channel, start + tensor.begin(), (int) ((tensor.end() - tensor.begin()) / 4));
            weights.put(tensor.key().layerId(), tensor.key().name(), new WeightTensor(tensor.shape(), values));
        }
        return weights.build();
    }

    private static float[] values(FileChannel channel, long position, int count) throws IOException {
        float[] values = new float[count];
        int perChunk = CHUNK_BYTES / Float.BYTES;
        for (int i = 0; i < count; i += perChunk) {
            int n = Math.min(perChunk, count - i);
            fill(channel, position + (long) i * Float.BYTES, n * Float.BYTES).asFloatBuffer().get(values, i, n);
        }
        return values;
    }

    private static ByteBuffer fill(FileChannel channel, long position, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    private static void write(NetworkWeights weights, OutputStream out) throws IOException {
        byte[] header = WeightsHeader.write(weights);
        out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
        out.write(header);
        for (String id : weights.layerIds()) {
            for (WeightTensor tensor : weights.layer(id).values()) {
                write(tensor.values(), out);
            }
        }
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int perChunk = CHUNK_BYTES / Float.BYTES;
        for (int i = 0; i < values.length; i += perChunk) {
            int n = Math.min(perChunk, values.length - i);
            buffer.clear().asFloatBuffer().put(values, i, n);
            out.write(buffer.array(), 0, n * Float.BYTES);
        }
    }

    private static String reason(Exception e) {
        return e instanceof CharacterCodingException ? "its header is no text." : String.valueOf(e.getMessage());
    }

    private ReportedException refused(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, REMEDY);
    }

    private ReportedException refused(String message, Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, REMEDY, cause);
    }
}
