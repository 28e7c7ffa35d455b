// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Codec;
import org.vesalius.dicom.codec.Codec.Samples;
import org.vesalius.dicom.codec.RleCodec;
import org.vesalius.dicom.codec.jpeg.JpegCodec;
import org.vesalius.dicom.codec.jpeg2000.Jpeg2000Codec;
import org.vesalius.dicom.codec.jpegls.JpegLsCodec;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;

/** The frames of a file, each read and decoded when it is asked for. */
interface Frames {

    /**
     * Decodes a frame.
     *
     * @param number from 0
     * @return its samples as stored, before anything is said of bits, signs and colours; of
     *         {@link PixelFormat#halved} pixels all three
     */
    Samples read(int number) throws IOException;

    /**
     * The frames of a file.
     *
     * @throws UnreadableImageException if there are none, they are not all there, or their compression can't be read
     */
    static Frames of(DicomFile file, PixelFormat format) throws IOException {
        Element pixels = file.data().element(Tag.PIXEL_DATA)
                .orElseThrow(() -> new UnreadableImageException("has no pixel data"));
        if (pixels.value() instanceof Value.Stored stored) {
            return NativeFrames.of(stored, pixels.vr() == Vr.OW, format);
        }
        Codec codec = switch (file.syntax().compression()) {
            case RLE -> new RleCodec();
            case JPEG, JPEG_LOSSLESS -> new JpegCodec();
            case JPEG_LS -> new JpegLsCodec();
            case JPEG_2000 -> new Jpeg2000Codec();
            case OTHER -> throw new UnreadableImageException("is compressed with the transfer syntax "
                    + file.syntax().name() + ", which can't be read");
            case NONE -> throw new UnreadableImageException("is damaged: it has compressed pixels, and its transfer syntax "
                    + file.syntax().name() + " has none");
        };
        return CompressedFrames.of((Value.Fragments) pixels.value(), file.data(), format, codec);
    }
}

/**
 * Frames that are not compressed.
 *
 * @param pixels all
 * @param words whether they are words of 16 bits, whose bytes change places in big-endian order
 * @param format of a frame
 */
record NativeFrames(Value.Stored pixels, boolean words, PixelFormat format) implements Frames {

    /** Refuses a header that lies before memory is taken for what it says. */
    static NativeFrames of(Value.Stored pixels, boolean words, PixelFormat format) throws UnreadableImageException {
        long bits = format.bits() * format.frames();
        if (pixels.length() * 8 < bits) {
            throw new UnreadableImageException("is damaged: its header announces " + (bits + 7) / 8 + " bytes of pixels, and it has "
                    + pixels.length());
        }
        return new NativeFrames(pixels, words, format);
    }

    @Override
    public Samples read(int number) throws IOException {
        long bits = format.bits();
        long first = bits * number / 8;
        long end = (bits * (number + 1) + 7) / 8;
        boolean pairs = words && pixels.bigEndian() && format.allocated() <= 8;
        long from = pairs ? first & ~1L : first;
        byte[] bytes = pixels.read(from, (int) Math.min((pairs ? end + 1 & ~1L : end) - from, pixels.length() - from));
        if (pairs) {
            swap(bytes);
        }
        int skipped = (int) (first - from);
        int[] values = format.allocated() == 1 ? bits(bytes, (int) (bits * number % 8) + 8 * skipped)
                : values(bytes, skipped);
        return Samples.of(format.allocated(), format.halved() ? doubled(values) : format.planar() ? together(values) : values);
    }

    private static void swap(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            byte first = bytes[i];
            bytes[i] = bytes[i + 1];
            bytes[i + 1] = first;
        }
    }

    /** Single bits, the least significant of each byte first (PS3.5, 8.1.1). */
    private int[] bits(byte[] bytes, int start) {
        int[] values = new int[format.layout().length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[start + i >> 3] >> (start + i & 7) & 1;
        }
        return values;
    }

    private int[] values(byte[] bytes, int start) {
        int[] values = new int[(int) (format.bits() / format.allocated())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(start).slice()
                .order(pixels.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (format.allocated()) {
                case 8 -> buffer.get() & 0xFF;
                case 16 -> buffer.getShort() & 0xFFFF;
                default -> buffer.getInt();
            };
        }
        return values;
    }

    /** Two luminances and a pair of chrominances become two pixels (PS3.3, C.7.6.3.1.2). */
    private int[] doubled(int[] values) {
        int[] all = new int[format.layout().length()];
        for (int pixel = 0; pixel < all.length / 3; pixel++) {
            int four = pixel / 2 * 4;
            all[3 * pixel] = values[four + pixel % 2];
            all[3 * pixel + 1] = values[Math.min(four + 2, values.length - 2)];
            all[3 * pixel + 2] = values[Math.min(four + 3, values.length - 1)];
        }
        return all;
    }

    private int[] together(int[] planes) {
        int[] all = new int[planes.length];
        int plane = planes.length / format.samples();
        for (int i = 0; i < planes.length; i++) {
            all[i % plane * format.samples() + i / plane] = planes[i];
        }
        return all;
    }
}

/**
 * Compressed frames.
 *
 * @param frames the pieces of each
 * @param format of a frame
 * @param codec that decodes them
 */
record CompressedFrames(List<List<Value.Stored>> frames, PixelFormat format, Codec codec) implements Frames {
    private static final long MOST_BYTES = 1L << 30;
    /** How frames of JPEG and JPEG 2000 begin. */
    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_2000_START = 0xFF4F;

    /** Frames are told apart by their number, by one of the offset tables, or by how they begin (PS3.5, A.4). */
    static Frames of(Value.Fragments fragments, DataSet data, PixelFormat format, Codec codec) throws IOException {
        List<Value.Stored> pieces = fragments.pieces();
        double values = (double) format.layout().length() * format.frames();
        if (values > (double) codec.mostOfAByte() * pieces.stream().mapToLong(Value.Stored::length).sum()) {
            throw new UnreadableImageException("is damaged: its header announces more pixels than its compressed bytes can hold");
        }
        if (format.frames() == 1) {
            return new CompressedFrames(List.of(pieces), format, codec);
        }
        if (pieces.size() == format.frames()) {
            return new CompressedFrames(pieces.stream().map(List::of).toList(), format, codec);
        }
        List<Integer> starts = fragments.table().length() >= 4L * format.frames() ? byTable(fragments, format.frames(), false, data)
                : data.has(ImageTags.EXTENDED_OFFSETS) ? byTable(fragments, format.frames(), true, data) : byBeginning(pieces);
        if (starts.size() != format.frames()) {
            throw new UnreadableImageException("is damaged: its header announces " + format.frames() + " frames, and it has "
                    + starts.size());
        }
        List<List<Value.Stored>> frames = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            frames.add(pieces.subList(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : pieces.size()));
        }
        return new CompressedFrames(frames, format, codec);
    }

    private static List<Integer> byTable(Value.Fragments fragments, int frames, boolean extended, DataSet data)
            throws IOException {
        byte[] table = extended ? data.bytes(ImageTags.EXTENDED_OFFSETS).orElseThrow()
                : fragments.table().read(0, 4 * frames);
        ByteBuffer offsets = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        List<Value.Stored> pieces = fragments.pieces();
        List<Integer> starts = new ArrayList<>();
        int piece = 0;
        for (int i = 0; i < frames && offsets.remaining() >= (extended ? 8 : 4); i++) {
            long offset = extended ? offsets.getLong() : offsets.getInt() & 0xFFFFFFFFL;
            while (piece < pieces.size() && pieces.get(piece).offset() - pieces.get(0).offset() < offset) {
                piece++;
            }
            if (piece == pieces.size() || pieces.get(piece).offset() - pieces.get(0).offset() != offset
                    || !starts.isEmpty() && starts.get(starts.size() - 1) == piece) {
                throw new UnreadableImageException("is damaged: its offset table leads to no frame");
            }
            starts.add(piece);
        }
        return starts;
    }

    private static List<Integer> byBeginning(List<Value.Stored> pieces) throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).length() >= 2) {
                byte[] two = pieces.get(i).read(0, 2);
                int start = (two[0] & 0xFF) << 8 | two[1] & 0xFF;
                if (start == JPEG_START || start == JPEG_2000_START) {
                    starts.add(i);
                }
            }
        }
        return starts;
    }

    @Override
    public Samples read(int number) throws IOException {
        List<Value.Stored> pieces = frames.get(number);
        long length = pieces.stream().mapToLong(Value.Stored::length).sum();
        if (length > MOST_BYTES) {
            throw new UnreadableImageException("holds more compressed pixels than can be read");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) length);
        for (Value.Stored piece : pieces) {
            all.write(piece.read(0, (int) piece.length()));
        }
        try {
            return codec.decode(all.toByteArray(), format.layout());
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException e) {
            throw new UnreadableImageException("is damaged: its compressed pixels can't be decoded", e);
        }
    }
}
