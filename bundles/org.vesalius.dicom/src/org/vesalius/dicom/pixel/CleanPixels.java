// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.codec.Codec.Samples;
import org.vesalius.dicom.data.ByteSource;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.TransferSyntax.Compression;
import org.vesalius.dicom.data.TransferSyntax;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/**
 * Pixels of a file with rectangles made blank: 0 in grey values, numbers of a palette, red, green and blue; black where
 * luminance and chrominances are stored. Compressed ones are decoded and stand uncompressed afterwards. All is read, decoded
 * and made blank while it is written, a piece or a frame at a time.
 *
 * @param elements those that stand instead of the file's, the pixel data among them
 * @param syntax how the file is to be written
 */
public record CleanPixels(List<Element> elements, TransferSyntax syntax) {
    private static final long MOST_BYTES = 0xFFFFFFFEL;

    /** Copies the list. */
    public CleanPixels {
        elements = List.copyOf(elements);
        Objects.requireNonNull(syntax, "syntax");
    }

    /**
     * The pixels of a file.
     *
     * @param areas what is made blank
     * @param unusedBits whether the bits of each sample that aren't of its value become 0, in which earlier editions of the
     *        standard hid overlays
     * @throws UnreadableImageException if the pixels can't be decoded, or an area doesn't lie in them
     */
    public static CleanPixels of(DicomFile file, List<BlankArea> areas, boolean unusedBits) throws IOException {
        PixelFormat format = PixelFormat.of(file.data());
        for (BlankArea area : areas) {
            if (area.left() >= format.width() || area.top() >= format.height()) {
                throw new UnreadableImageException("has no pixels in a rectangle that is to be blanked: it is of "
                        + format.width() + "×" + format.height() + " pixels");
            }
        }
        if (format.allocated() < Byte.SIZE) {
            throw new UnreadableImageException("has pixels of single bits, in which nothing can be blanked");
        }
        Element pixels = file.data().element(Tag.PIXEL_DATA)
                .orElseThrow(() -> new UnreadableImageException("has no pixel data in which something can be blanked"));
        Frames frames = Frames.of(file, format);
        Edit edit = new Edit(areas, unusedBits);
        if (pixels.value() instanceof Value.Stored stored) {
            // what is called words of 16 bits and holds numbers of 32 is turned round as these
            ByteSource plain = new PlainBytes(stored, format.allocated() > Short.SIZE ? Vr.OL : pixels.vr());
            return new CleanPixels(List.of(pixels(pixels.vr(), edit.of(plain, format))), file.syntax());
        }
        return decoded(file, frames, format, edit);
    }

    private static Element pixels(Vr vr, ByteSource source) {
        return new Element(Tag.PIXEL_DATA, vr, new Value.Stored(source, 0, source.length(), false));
    }

    private static CleanPixels decoded(DicomFile file, Frames frames, PixelFormat format, Edit edit) throws IOException {
        Samples first = frames.read(0);
        boolean ybr = first.colors() == Codec.Colors.UNTOLD ? format.ybr() : first.colors() == Codec.Colors.YBR;
        String photometric = format.samples() == 1 ? format.photometric() : ybr ? "YBR_FULL" : "RGB";
        // all but run lengths store values at the least significant bit
        int high = file.syntax().compression() == Compression.RLE ? format.high() : format.stored() - 1;
        PixelFormat plain = new PixelFormat(format.width(), format.height(), format.samples(), photometric, false,
                format.allocated(), format.stored(), high, format.signed(), format.frames());
        long bytes = plain.bits() / Byte.SIZE * plain.frames();
        if (bytes > MOST_BYTES) {
            throw new UnreadableImageException("holds more pixels than can be written uncompressed");
        }
        List<Element> elements = new ArrayList<>();
        elements.add(new Element(ImageTags.PHOTOMETRIC, Vr.CS, new Value.Bytes(even(photometric))));
        if (format.samples() > 1) {
            elements.add(new Element(ImageTags.PLANAR, Vr.US, new Value.Bytes(new byte[2])));
        }
        elements.add(new Element(ImageTags.HIGH, Vr.US, new Value.Bytes(new byte[] {(byte) high, 0})));
        elements.add(pixels(format.allocated() > Byte.SIZE ? Vr.OW : Vr.OB,
                edit.of(new DecodedBytes(frames, plain, bytes + (bytes & 1)), plain)));
        return new CleanPixels(elements, TransferSyntax.EXPLICIT);
    }

    private static byte[] even(String text) {
        return (text + " ".repeat(text.length() & 1)).getBytes(StandardCharsets.US_ASCII);
    }
}

/** Pixels as they are stored, in little-endian order. */
record PlainBytes(Value.Stored stored, Vr vr) implements ByteSource {
    private static final int WORD = 8;

    @Override
    public long length() {
        return stored.length();
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        int before = (int) (offset % WORD);
        int after = (int) Math.min((WORD - (before + count) % WORD) % WORD, length() - offset - count);
        byte[] bytes = stored.readLittleEndian(offset - before, before + count + Math.max(0, after), vr);
        byte[] part = new byte[count];
        System.arraycopy(bytes, before, part, 0, count);
        return part;
    }
}

/** Frames decoded where they are needed, the last one kept. */
final class DecodedBytes implements ByteSource {
    private final Frames frames;
    private final PixelFormat format;
    private final long length;
    private int kept = -1;
    private byte[] bytes = {};

    DecodedBytes(Frames frames, PixelFormat format, long length) {
        this.frames = frames;
        this.format = format;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        byte[] part = new byte[count];
        long size = format.bits() / Byte.SIZE;
        for (int done = 0; done < count && (offset + done) / size < format.frames();) {
            int frame = (int) ((offset + done) / size);
            keep(frame);
            int from = (int) ((offset + done) % size);
            int n = Math.min(count - done, bytes.length - from);
            System.arraycopy(bytes, from, part, done, n);
            done += n;
        }
        return part;
    }

    private void keep(int frame) throws IOException {
        if (frame == kept) {
            return;
        }
        int[] values = frames.read(frame).values();
        int size = format.allocated() / Byte.SIZE;
        bytes = new byte[Math.multiplyExact(values.length, size)];
        for (int i = 0; i < values.length; i++) {
            for (int part = 0; part < size; part++) {
                bytes[i * size + part] = (byte) (values[i] >> Byte.SIZE * part);
            }
        }
        kept = frame;
    }
}

/**
 * What is done to pixels.
 *
 * @param areas that are made blank
 * @param unusedBits whether bits that aren't of the values become 0
 */
record Edit(List<BlankArea> areas, boolean unusedBits) {

    /** The pixels after that. */
    ByteSource of(ByteSource pixels, PixelFormat format) {
        return new EditedBytes(pixels, format.bits() / Byte.SIZE, runs(format), unusedBits ? mask(format) : new byte[0]);
    }

    /** Which bits of each byte of a sample are of its value. */
    private static byte[] mask(PixelFormat format) {
        long bits = (1L << format.stored()) - 1 << format.high() - format.stored() + 1;
        byte[] mask = new byte[format.allocated() / Byte.SIZE];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (bits >> Byte.SIZE * i);
        }
        return mask;
    }

    private List<Run> runs(PixelFormat format) {
        List<Run> runs = new ArrayList<>();
        for (BlankArea area : areas) {
            int right = (int) Math.min(format.width(), (long) area.left() + area.width());
            int bottom = (int) Math.min(format.height(), (long) area.top() + area.height());
            for (int y = area.top(); y < bottom; y++) {
                row(format, (long) y * format.width() + area.left(), (long) y * format.width() + right, runs);
            }
        }
        return runs;
    }

    /** The pixels from one to another of a row. */
    private static void row(PixelFormat format, long from, long to, List<Run> runs) {
        int size = format.allocated() / Byte.SIZE;
        if (format.halved()) {
            // two pixels share their chrominances
            runs.add(new Run(from / 2 * 4, (to + 1) / 2 * 4, new byte[] {0, 0, (byte) 128, (byte) 128}));
        } else if (format.planar()) {
            long plane = (long) format.width() * format.height();
            for (int sample = 0; sample < format.samples(); sample++) {
                runs.add(new Run((sample * plane + from) * size, (sample * plane + to) * size, blank(format, sample, size)));
            }
        } else {
            byte[] pixel = new byte[format.samples() * size];
            for (int sample = 0; sample < format.samples(); sample++) {
                System.arraycopy(blank(format, sample, size), 0, pixel, sample * size, size);
            }
            runs.add(new Run(from * pixel.length, to * pixel.length, pixel));
        }
    }

    /** Chrominances are in the middle of their range where there is no colour. */
    private static byte[] blank(PixelFormat format, int sample, int size) {
        byte[] value = new byte[size];
        int middle = format.stored() - 1;
        if (format.ybr() && sample > 0) {
            value[middle / Byte.SIZE] = (byte) (1 << middle % Byte.SIZE);
        }
        return value;
    }

    /**
     * Bytes of a frame.
     *
     * @param from the first
     * @param to the one after the last
     * @param value what they become, again and again
     */
    record Run(long from, long to, byte[] value) {
    }
}

/** Pixels that are changed where they are read. */
record EditedBytes(ByteSource pixels, long frame, List<Edit.Run> runs, byte[] mask) implements ByteSource {

    @Override
    public long length() {
        return pixels.length();
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        byte[] bytes = pixels.read(offset, count);
        for (int i = 0; i < count && mask.length > 0; i++) {
            bytes[i] &= mask[(int) ((offset + i) % mask.length)];
        }
        for (long number = offset / frame; number * frame < offset + count; number++) {
            for (Edit.Run run : runs) {
                long from = Math.max(offset, number * frame + run.from());
                long to = Math.min(offset + count, number * frame + run.to());
                for (long at = from; at < to; at++) {
                    bytes[(int) (at - offset)] = run.value()[(int) ((at - number * frame - run.from()) % run.value().length)];
                }
            }
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "EditedBytes[" + length() + "]";
    }
}
