// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A DICOM file (PS3.10, 7), its pixels and long values still in it. Files without a preamble or without meta information are
 * read too; what they don't say of the transfer syntax is told by their first element.
 *
 * @param preamble its 128 bytes; empty where there is none
 * @param meta the elements of the group 0002
 * @param syntax the transfer syntax of the data set
 * @param data the data set
 * @param trailing what follows the data set, such as zeros
 */
public record DicomFile(byte[] preamble, DataSet meta, TransferSyntax syntax, DataSet data, byte[] trailing) {
    private static final int PREAMBLE = 128;
    private static final byte[] MAGIC = {'D', 'I', 'C', 'M'};
    private static final int MOST_UNPACKED = 1 << 29;
    private static final int MOST_TRAILING = 1 << 20;

    /** No component may be null. */
    public DicomFile {
        Objects.requireNonNull(preamble, "preamble");
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(syntax, "syntax");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(trailing, "trailing");
    }

    /**
     * Reads all but the pixels.
     *
     * @throws UnreadableImageException if it is no DICOM file, or damaged
     * @throws IOException if reading fails
     */
    public static DicomFile open(Path file) throws IOException {
        return open(ByteSource.of(file));
    }

    /** Reads all but the pixels likewise. */
    public static DicomFile open(ByteSource source) throws IOException {
        return new Opening(source).file();
    }

    /**
     * Whether a file begins as DICOM files do, with a preamble. Those without one are not told by so little.
     *
     * @throws IOException if reading fails
     */
    public static boolean isMarked(Path file) throws IOException {
        ByteSource source = ByteSource.of(file);
        return source.length() >= PREAMBLE + MAGIC.length
                && Arrays.equals(source.read(PREAMBLE, MAGIC.length), MAGIC);
    }

    /** Without the values, which may be a patient's. */
    @Override
    public String toString() {
        return "DicomFile[" + syntax.name() + "]";
    }

    /** What is known of a file while it is opened. */
    private record Opening(ByteSource source) {

        DicomFile file() throws IOException {
            if (source.length() < 8) {
                throw new UnreadableImageException(source.length() == 0 ? "is empty" : "is no DICOM file: it is too short");
            }
            byte[] start = source.read(0, (int) Math.min(source.length(), PREAMBLE + MAGIC.length));
            boolean marked = start.length == PREAMBLE + MAGIC.length
                    && Arrays.equals(Arrays.copyOfRange(start, PREAMBLE, start.length), MAGIC);
            Cursor cursor = new Cursor(source, marked ? start.length : 0);
            FirstElement first = FirstElement.at(cursor);
            if (!marked && !first.plausible()) {
                throw new UnreadableImageException("is no DICOM file");
            }
            DataSet meta = new DataSetParser(cursor, first.explicit() ? TransferSyntax.EXPLICIT : TransferSyntax.IMPLICIT)
                    .meta();
            Optional<String> told = meta.text(Tag.TRANSFER_SYNTAX);
            byte[] preamble = marked ? Arrays.copyOf(start, PREAMBLE) : new byte[0];
            return file(preamble, meta, told.map(TransferSyntax::of), cursor);
        }

        private static DicomFile file(byte[] preamble, DataSet meta, Optional<TransferSyntax> told, Cursor cursor)
                throws IOException {
            boolean deflated = told.isPresent() && told.get().deflated();
            Cursor body = deflated ? new Cursor(ByteSource.of(inflated(cursor)), 0) : cursor;
            TransferSyntax syntax = body.left() < 8 ? told.orElse(TransferSyntax.IMPLICIT)
                    : FirstElement.at(body).corrected(told);
            DataSet data = new DataSetParser(body, syntax).all();
            byte[] trailing = body.bytes((int) Math.min(MOST_TRAILING, body.left()));
            return new DicomFile(preamble, meta, syntax, data, trailing);
        }

        private static byte[] inflated(Cursor cursor) throws IOException {
            Inflater inflater = new Inflater(true);
            try {
                ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
                byte[] buffer = new byte[1 << 16];
                while (!inflater.finished()) {
                    int n = inflater.inflate(buffer);
                    unpacked.write(buffer, 0, n);
                    if (unpacked.size() > MOST_UNPACKED) {
                        throw new UnreadableImageException("unpacks to more than can be read");
                    }
                    if (n == 0 && inflater.needsInput()) {
                        if (cursor.left() == 0) {
                            throw new UnreadableImageException("is truncated: its packed part ends too early");
                        }
                        inflater.setInput(cursor.bytes((int) Math.min(cursor.left(), 1 << 14)));
                    } else if (n == 0 && inflater.needsDictionary()) {
                        throw new UnreadableImageException("is damaged: it can't be unpacked");
                    }
                }
                return unpacked.toByteArray();
            } catch (DataFormatException e) {
                throw new UnreadableImageException("is damaged: it can't be unpacked", e);
            } finally {
                inflater.end();
            }
        }
    }

    /**
     * What the first element of a data set tells of how it is written.
     *
     * @param group of a little-endian data set
     * @param bigGroup of a big-endian one
     * @param explicit whether a value representation stands where it should
     * @param length of an implicit element
     * @param left bytes of the data set
     */
    private record FirstElement(int group, int bigGroup, boolean explicit, long length, long left) {
        /** Identification, patient and acquisition come first, and what is not of images begins with a low group as well. */
        private static final List<Integer> FIRST = List.of(0x0002, 0x0004, 0x0008, 0x0010, 0x0018, 0x0020, 0x0028);

        static FirstElement at(Cursor cursor) throws IOException {
            if (cursor.left() < 8) {
                throw new UnreadableImageException("is truncated: nothing follows its beginning");
            }
            return new FirstElement(cursor.peekShort(0, false), cursor.peekShort(0, true),
                    Vr.of(cursor.peek(4), cursor.peek(5)).isPresent(), cursor.peekInt(4, false), cursor.left() - 8);
        }

        boolean plausible() {
            return explicit ? FIRST.contains(group) || FIRST.contains(bigGroup) : FIRST.contains(group) && length <= left;
        }

        private boolean bigEndian() {
            return FIRST.contains(bigGroup) && !FIRST.contains(group);
        }

        /** The transfer syntax that is told, unless the data set is plainly written in another way. */
        TransferSyntax corrected(Optional<TransferSyntax> told) {
            if (told.isEmpty()) {
                return !explicit ? TransferSyntax.IMPLICIT : bigEndian() ? TransferSyntax.BIG_ENDIAN : TransferSyntax.EXPLICIT;
            }
            TransferSyntax syntax = told.get();
            if (syntax.explicit() && !syntax.bigEndian() && !explicit && length <= left) {
                return syntax.withExplicit(false);
            }
            return !syntax.explicit() && explicit && length > left ? syntax.withExplicit(true) : syntax;
        }
    }
}
