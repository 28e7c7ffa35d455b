// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A directory of a TIFF file: the tags of one picture (TIFF 6.0, section 2).
 *
 * @param file the whole file, in its byte order
 * @param fields where values lie, by tag
 */
record TiffDirectory(ByteBuffer file, Map<Integer, Field> fields) {

    /** Where the values of a tag lie. */
    record Field(int type, int count, int position) {
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** The one whole number of a tag, or the first of several. */
    long number(int tag, long fallback) throws UnreadableImageException {
        long[] all = numbers(tag);
        return all.length == 0 ? fallback : all[0];
    }

    /** The whole numbers of a tag; none where it is missing. */
    long[] numbers(int tag) throws UnreadableImageException {
        Field field = fields.get(tag);
        long[] numbers = new long[field == null ? 0 : field.count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(field, i);
        }
        return numbers;
    }

    private long number(Field field, int index) throws UnreadableImageException {
        int at = field.position;
        return switch (field.type) {
            case TiffTypes.BYTE, TiffTypes.UNDEFINED -> file.get(at + index) & 0xFF;
            case TiffTypes.SHORT -> file.getShort(at + 2 * index) & 0xFFFF;
            case TiffTypes.LONG, TiffTypes.IFD -> file.getInt(at + 4 * index) & 0xFFFFFFFFL;
            case TiffTypes.LONG8, TiffTypes.IFD8 -> file.getLong(at + 8 * index);
            default -> throw new UnreadableImageException("is damaged: a number in its TIFF header is none");
        };
    }

    /** The fractions of a tag; none where it is missing. */
    double[] fractions(int tag) throws UnreadableImageException {
        Field field = fields.get(tag);
        if (field == null || field.type != TiffTypes.RATIONAL) {
            return new double[0];
        }
        double[] fractions = new double[field.count];
        for (int i = 0; i < fractions.length; i++) {
            int at = field.position + 8 * i;
            fractions[i] = (double) (file.getInt(at) & 0xFFFFFFFFL) / (file.getInt(at + 4) & 0xFFFFFFFFL);
        }
        return fractions;
    }

    /** The bytes of a tag; none where it is missing. */
    byte[] bytes(int tag) {
        Field field = fields.get(tag);
        byte[] bytes = new byte[field == null ? 0 : field.count * TiffTypes.size(field.type)];
        if (field != null) {
            file.get(field.position, bytes);
        }
        return bytes;
    }

    String text(int tag) {
        return new String(bytes(tag), StandardCharsets.ISO_8859_1);
    }
}
