// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A record of the WaveForm DataBase (PhysioNet): a header, signal files beside it and, if there are, annotations of
 * beats. A signal with several samples a frame is read as their mean, as the WFDB library does.
 */
public final class WfdbRecord implements RecordingFile {
    /** How the name of a header ends. */
    public static final String SUFFIX = ".hea";

    private final Path headerFile;
    private final WfdbHeader header;
    private final Map<String, Group> groups;
    private final long frames;
    private final List<Mark> marks;

    /** The signals that share a file. */
    private record Group(Path file, WfdbFormat format, long offset, int frameSize, List<Integer> signals) {
        /** How many whole frames the file holds. */
        long frames() throws IOException {
            long bytes = Math.max(0, Files.size(file) - offset);
            long samples = bytes / format.bytesPerBlock() * format.samplesPerBlock();
            boolean half = format.samplesPerBlock() == 2 && bytes % format.bytesPerBlock() == 2;
            return (half ? samples + 1 : samples) / frameSize;
        }
    }

    private WfdbRecord(Path headerFile, WfdbHeader header, Map<String, Group> groups, long frames, List<Mark> marks) {
        this.headerFile = headerFile;
        this.header = header;
        this.groups = groups;
        this.frames = frames;
        this.marks = marks;
    }

    /**
     * Opens a record.
     *
     * @param headerFile the header; its signal files lie beside it
     * @param annotator how the name of the file of annotations ends, such as atr; empty for none
     * @throws UnreadableImageException if it is no record, or a file is missing, too short or elsewhere
     * @throws IOException if reading fails
     */
    public static WfdbRecord open(Path headerFile, String annotator) throws IOException {
        WfdbHeader header = WfdbHeader.read(headerFile);
        Map<String, Group> groups = groups(headerFile, header);
        long held = Long.MAX_VALUE;
        for (Group group : groups.values()) {
            held = Math.min(held, group.frames());
        }
        if (header.frames() > held) {
            throw new UnreadableImageException("should have " + header.frames() + " samples of each signal and has "
                    + held);
        }
        Path notes = annotator.isEmpty() ? null : sibling(headerFile, stem(headerFile) + "." + annotator);
        return new WfdbRecord(headerFile, header, groups, header.frames() == 0 ? held : header.frames(),
                notes == null ? List.of() : WfdbAnnotations.read(notes));
    }

    private static String stem(Path headerFile) {
        String name = headerFile.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static Map<String, Group> groups(Path headerFile, WfdbHeader header) throws IOException {
        Map<String, List<Integer>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < header.signals().size(); i++) {
            byFile.computeIfAbsent(header.signals().get(i).file(), name -> new ArrayList<>()).add(i);
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Map.Entry<String, List<Integer>> entry : byFile.entrySet()) {
            WfdbHeader.Signal first = header.signals().get(entry.getValue().get(0));
            int frameSize = 0;
            for (int signal : entry.getValue()) {
                frameSize = Math.addExact(frameSize, header.signals().get(signal).perFrame());
                if (header.signals().get(signal).format() != first.format()) {
                    throw new UnreadableImageException("stores the signals of one file in two formats");
                }
            }
            groups.put(entry.getKey(), new Group(sibling(headerFile, entry.getKey()), first.format(), first.offset(),
                    frameSize, entry.getValue()));
        }
        return groups;
    }

    /** A file beside the header; a header from outside can't name one elsewhere. */
    private static Path sibling(Path headerFile, String name) throws IOException {
        if (!name.matches("[^/\\\\:\\x00]+") || name.equals("..") || name.equals(".")) {
            throw new UnreadableImageException("names a signal file in another folder");
        }
        Path folder = Objects.requireNonNull(headerFile.toAbsolutePath().getParent());
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImageException("names the file '." + name.substring(name.lastIndexOf('.') + 1)
                    + "' beside it, which is missing");
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new UnreadableImageException("names a file that is a link to another folder");
        }
        return file;
    }

    @Override
    public List<Recording.Channel> channels() {
        return header.signals().stream().map(signal -> new Recording.Channel(signal.name(), signal.unit())).toList();
    }

    @Override
    public List<Double> rates() {
        return Collections.nCopies(header.signals().size(), header.rate());
    }

    @Override
    public List<Long> lengths() {
        return Collections.nCopies(header.signals().size(), frames);
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(headerFile));
        groups.values().forEach(group -> files.add(group.file()));
        return files;
    }

    @Override
    public List<Mark> marks() {
        return marks;
    }

    @Override
    public Recording read(List<Integer> channels, long from, long to) throws IOException {
        if (from < 0 || to > frames || from >= to) {
            throw new UnreadableImageException("has no samples " + from + " to " + (to - 1) + "; it has " + frames);
        }
        long values = Math.multiplyExact(to - from, (long) channels.size());
        if (values > MOST_VALUES) {
            throw new UnreadableImageException("has more than " + MOST_VALUES + " values; import parts of it");
        }
        float[] result = new float[(int) values];
        for (Group group : groups.values()) {
            read(group, channels, from, to, result);
        }
        return new Recording(channels.stream().map(channels()::get).toList(), header.rate(), result);
    }

    private void read(Group group, List<Integer> channels, long from, long to, float[] result) throws IOException {
        if (channels.stream().noneMatch(group.signals()::contains)) {
            return;
        }
        int skew = group.signals().stream().mapToInt(signal -> header.signals().get(signal).skew()).max().orElse(0);
        // differences add up from the first sample on
        long first = group.format() == WfdbFormat.F8 ? 0 : from;
        long last = Math.min(to + skew, group.frames());
        int[] stored = stored(group, first * group.frameSize(), last * group.frameSize());
        int before = 0;
        for (int signal : group.signals()) {
            WfdbHeader.Signal description = header.signals().get(signal);
            if (group.format() == WfdbFormat.F8) {
                addUp(stored, before, group.frameSize(), description);
            }
            int channel = channels.indexOf(signal);
            for (long t = from; channel >= 0 && t < to; t++) {
                long at = (t + description.skew() - first) * group.frameSize() + before;
                result[(int) ((t - from) * channels.size() + channel)] = value(stored, at, description);
            }
            before += description.perFrame();
        }
    }

    private static void addUp(int[] stored, int before, int frameSize, WfdbHeader.Signal signal) {
        int sum = signal.initial();
        for (int frame = 0; frame < stored.length; frame += frameSize) {
            for (int i = before; i < before + signal.perFrame(); i++) {
                sum += stored[frame + i];
                stored[frame + i] = sum;
            }
        }
    }

    private static float value(int[] stored, long at, WfdbHeader.Signal signal) {
        double sum = 0;
        for (int i = 0; i < signal.perFrame(); i++) {
            if (at + i >= stored.length || stored[(int) at + i] == signal.format().invalid()) {
                return Float.NaN;
            }
            sum += signal.physical(stored[(int) at + i]);
        }
        return (float) (sum / signal.perFrame());
    }

    /** Samples of a file as they are stored, all its signals in turn. */
    private static int[] stored(Group group, long from, long to) throws IOException {
        WfdbFormat format = group.format();
        long firstBlock = from / format.samplesPerBlock();
        long firstByte = group.offset() + firstBlock * format.bytesPerBlock();
        long bytes = format.bytes(to - firstBlock * format.samplesPerBlock());
        if (to - from > MOST_VALUES || bytes > Integer.MAX_VALUE - 8) {
            throw new UnreadableImageException("has too many values to be read at once; import parts of it");
        }
        byte[] block = bytes(group.file(), firstByte, (int) bytes);
        int[] samples = new int[(int) (to - from)];
        for (int i = 0; i < samples.length; i++) {
            long inBlock = from + i - firstBlock * format.samplesPerBlock();
            samples[i] = format.sample(block, (int) (inBlock / format.samplesPerBlock()) * format.bytesPerBlock(),
                    (int) (inBlock % format.samplesPerBlock()));
        }
        return samples;
    }

    private static byte[] bytes(Path file, long from, int count) throws IOException {
        // a half block of format 212 lacks its last byte
        ByteBuffer buffer = ByteBuffer.allocate(count + 2);
        buffer.limit(count);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(from);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new UnreadableImageException("became shorter while it was read");
                }
            }
        }
        return buffer.array();
    }
}
