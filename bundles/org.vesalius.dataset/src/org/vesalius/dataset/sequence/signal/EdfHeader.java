// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The header of a file in the European Data Format or its 24-bit sibling BDF. Who the patient is stands in it and isn't
 * kept. Sources: Kemp et al., A simple format for exchange of digitized polygraphic recordings, Electroencephalography
 * and Clinical Neurophysiology 82 (1992) 391–393; Kemp and Olivan, European data format 'plus', Clinical
 * Neurophysiology 114 (2003) 1755–1761.
 *
 * @param bytes length of the header
 * @param interrupted whether the records may have gaps between them (EDF+D)
 * @param records how many records there are; -1 while recording went on
 * @param duration seconds of a record
 * @param sampleBytes bytes of a sample: 2, or 3 in BDF
 * @param signals in the order of the file, notes among them
 */
record EdfHeader(int bytes, boolean interrupted, long records, double duration, int sampleBytes, List<Signal> signals) {
    private static final int FIXED = 256;
    private static final int MOST_SIGNALS = 4096;
    private static final int MOST_RECORD_SAMPLES = 1 << 26;

    /**
     * One signal.
     *
     * @param name label
     * @param unit physical dimension
     * @param samples in each record
     * @param offset samples of a record before those of this signal
     * @param scale physical units a step
     * @param zero physical value of the stored 0
     */
    record Signal(String name, String unit, int samples, int offset, double scale, double zero) {
        /** Whether it holds notes and no signal. */
        boolean notes() {
            return name.equals("EDF Annotations") || name.equals("BDF Annotations");
        }

        /** What is stored, in the unit of the signal. */
        float physical(int stored) {
            return (float) (stored * scale + zero);
        }
    }

    /** Samples of a record, all signals together. */
    int recordSamples() {
        Signal last = signals.get(signals.size() - 1);
        return last.offset() + last.samples();
    }

    /**
     * Reads a header.
     *
     * @throws UnreadableImageException if it is none, or says what can't be
     * @throws IOException if reading fails
     */
    static EdfHeader read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Fields fixed = new Fields(bytes(in, FIXED));
            boolean wide = fixed.isBiosemi();
            if (!wide && !fixed.text(0, 8).equals("0")) {
                throw new UnreadableImageException("is no EDF or BDF file");
            }
            int count = fixed.whole(252, 4, "number of signals");
            if (count < 1 || count > MOST_SIGNALS) {
                throw new UnreadableImageException("says that it has " + count + " signals");
            }
            int length = fixed.whole(184, 8, "length of the header");
            if (length != FIXED * (count + 1)) {
                throw new UnreadableImageException("says that its header has " + length + " bytes; with " + count
                        + " signals it should have " + FIXED * (count + 1));
            }
            List<Signal> signals = signals(new Fields(bytes(in, FIXED * count)), count);
            return new EdfHeader(length, fixed.text(192, 44).startsWith(wide ? "BDF+D" : "EDF+D"),
                    fixed.whole(236, 8, "number of records"), fixed.number(244, 8, "duration of a record"),
                    wide ? 3 : 2, signals);
        }
    }

    private static byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new UnreadableImageException("is too short for the header of an EDF file");
        }
        return bytes;
    }

    private static List<Signal> signals(Fields fields, int count) throws UnreadableImageException {
        List<Signal> signals = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < count; i++) {
            int samples = fields.whole(216 * count + 8 * i, 8, "number of samples");
            if (samples < 0 || samples > MOST_RECORD_SAMPLES - offset) {
                throw new UnreadableImageException("says that a record has " + samples + " samples of signal "
                        + (i + 1));
            }
            signals.add(signal(fields, count, i, samples, offset));
            offset += samples;
        }
        return signals;
    }

    private static Signal signal(Fields fields, int count, int index, int samples, int offset)
            throws UnreadableImageException {
        String name = fields.text(16 * index, 16);
        double physicalLow = fields.number(104 * count + 8 * index, 8, "physical minimum");
        double physicalHigh = fields.number(112 * count + 8 * index, 8, "physical maximum");
        int low = fields.whole(120 * count + 8 * index, 8, "digital minimum");
        int high = fields.whole(128 * count + 8 * index, 8, "digital maximum");
        if (low >= high) {
            throw new UnreadableImageException("says that the values of signal " + (index + 1) + " go from " + low
                    + " to " + high);
        }
        double scale = (physicalHigh - physicalLow) / ((double) high - low);
        return new Signal(name.isEmpty() ? "signal " + (index + 1) : name, fields.text(96 * count + 8 * index, 8),
                samples, offset, scale, physicalLow - scale * low);
    }

    /** Texts at fixed places, filled up with blanks. */
    private record Fields(byte[] bytes) {
        boolean isBiosemi() {
            return (bytes[0] & 0xff) == 0xff && text(1, 7).equals("BIOSEMI");
        }

        String text(int at, int length) {
            return new String(bytes, at, length, StandardCharsets.ISO_8859_1).strip();
        }

        int whole(int at, int length, String what) throws UnreadableImageException {
            try {
                return Integer.parseInt(text(at, length));
            } catch (NumberFormatException e) {
                throw new UnreadableImageException("has no whole number in its header as the " + what, e);
            }
        }

        double number(int at, int length, String what) throws UnreadableImageException {
            try {
                double number = Double.parseDouble(text(at, length));
                if (Double.isFinite(number)) {
                    return number;
                }
                throw new UnreadableImageException("has no number in its header as the " + what);
            } catch (NumberFormatException e) {
                throw new UnreadableImageException("has no number in its header as the " + what, e);
            }
        }
    }
}
