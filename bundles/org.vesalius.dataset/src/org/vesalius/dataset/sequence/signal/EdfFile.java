// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A recording in the European Data Format (EDF, EDF+) or in BDF. One with gaps between its records (EDF+D) is refused, since
 * its samples aren't equally spaced.
 */
public final class EdfFile implements RecordingFile {
    private static final double GAP = 1e-3;

    private final Path file;
    private final EdfHeader header;
    private final long records;
    private final List<EdfHeader.Signal> signals;
    private final List<String> remarks;
    private final List<Mark> marks;

    private EdfFile(Path file, EdfHeader header, long records, List<String> remarks, List<Mark> marks) {
        this.file = file;
        this.header = header;
        this.records = records;
        this.signals = header.signals().stream().filter(signal -> !signal.notes()).toList();
        this.remarks = remarks;
        this.marks = marks;
    }

    /**
     * Opens a recording.
     *
     * @throws UnreadableImageException if it is none, is damaged, or has gaps
     * @throws IOException if reading fails
     */
    public static EdfFile open(Path file) throws IOException {
        EdfHeader header = EdfHeader.read(file);
        long recordBytes = (long) header.recordSamples() * header.sampleBytes();
        long held = recordBytes == 0 ? 0 : (Files.size(file) - header.bytes()) / recordBytes;
        if (held < 1 || header.records() > held) {
            throw new UnreadableImageException("should have " + header.records() + " records of signals and has "
                    + held);
        }
        if (header.signals().stream().allMatch(signal -> signal.notes() || signal.samples() == 0)) {
            throw new UnreadableImageException("holds notes and no signal");
        }
        if (!(header.duration() > 0)) {
            throw new UnreadableImageException("says that its records last " + header.duration() + " s");
        }
        List<String> remarks = new ArrayList<>();
        if (header.records() < 0) {
            remarks.add("was not closed when recording ended; all of its " + held + " records are read");
        }
        long records = header.records() < 0 ? held : header.records();
        EdfNotes notes = new EdfNotes(header, records).read(file);
        refuseGaps(header, notes.onsets());
        List<Mark> marks = notes.marks(rate(header)).stream().sorted(Comparator.comparingLong(Mark::sample)).toList();
        return new EdfFile(file, header, records, List.copyOf(remarks), marks);
    }

    private static double rate(EdfHeader header) {
        return header.signals().stream().filter(signal -> !signal.notes()).findFirst().orElseThrow().samples()
                / header.duration();
    }

    private static void refuseGaps(EdfHeader header, List<Double> onsets) throws UnreadableImageException {
        int gaps = 0;
        String first = "";
        for (int i = 1; header.interrupted() && i < onsets.size(); i++) {
            double gap = onsets.get(i) - onsets.get(i - 1) - header.duration();
            if (Math.abs(gap) > GAP) {
                first = gaps++ > 0 ? first : String.format(Locale.ROOT, "%.3f s after %.3f s", gap,
                        onsets.get(i - 1) + header.duration() - onsets.get(0));
            }
        }
        if (gaps > 0) {
            throw new UnreadableImageException("was interrupted (EDF+D): it has " + gaps + (gaps == 1 ? " gap" : " gaps, the first")
                    + " of " + first + "; save each part without a gap as a file of its own (EDF+C)");
        }
    }

    @Override
    public List<Recording.Channel> channels() {
        return signals.stream().map(signal -> new Recording.Channel(signal.name(), signal.unit())).toList();
    }

    @Override
    public List<Double> rates() {
        return signals.stream().map(signal -> signal.samples() / header.duration()).toList();
    }

    @Override
    public List<Long> lengths() {
        return signals.stream().map(signal -> signal.samples() * records).toList();
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public List<Mark> marks() {
        return marks;
    }

    @Override
    public Recording read(List<Integer> channels, long from, long to) throws IOException {
        List<EdfHeader.Signal> wanted = channels.stream().map(signals::get).toList();
        int perRecord = wanted.get(0).samples();
        if (wanted.stream().anyMatch(signal -> signal.samples() != perRecord)) {
            throw new UnreadableImageException("samples the channels at different rates; choose channels of one rate");
        }
        if (from < 0 || from >= to || to > perRecord * records) {
            throw new UnreadableImageException("has no samples " + from + " to " + (to - 1) + "; it has "
                    + perRecord * records);
        }
        if ((to - from) > MOST_VALUES / wanted.size()) {
            throw new UnreadableImageException("has more than " + MOST_VALUES + " values; import parts of it");
        }
        float[] values = new float[(int) (to - from) * wanted.size()];
        fill(values, wanted, from, to);
        return new Recording(channels.stream().map(channels()::get).toList(), perRecord / header.duration(), values);
    }

    private void fill(float[] values, List<EdfHeader.Signal> wanted, long from, long to) throws IOException {
        int perRecord = wanted.get(0).samples();
        byte[] bytes = new byte[header.recordSamples() * header.sampleBytes()];
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (long record = from / perRecord; record * perRecord < to; record++) {
                read(channel, record, bytes);
                long first = Math.max(from, record * perRecord);
                long last = Math.min(to, (record + 1) * perRecord);
                for (long t = first; t < last; t++) {
                    int row = (int) (t - from) * wanted.size();
                    for (int i = 0; i < wanted.size(); i++) {
                        int at = wanted.get(i).offset() + (int) (t - record * perRecord);
                        values[row + i] = wanted.get(i).physical(stored(bytes, at));
                    }
                }
            }
        }
    }

    private void read(SeekableByteChannel channel, long record, byte[] bytes) throws IOException {
        channel.position(header.bytes() + record * bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new UnreadableImageException("became shorter while it was read");
            }
        }
    }

    private int stored(byte[] bytes, int index) {
        int at = index * header.sampleBytes();
        int low = bytes[at] & 0xff;
        return header.sampleBytes() == 2 ? low | bytes[at + 1] << 8
                : low | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] << 16;
    }
}
