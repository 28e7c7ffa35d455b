// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A directory of a TIFF file: the tags of one image (TIFF 6.0, section 2).
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

/** The pages among the directories of a TIFF file; thumbnails and masks are none. */
record TiffPages(List<TiffDirectory> directories) {
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final int OLD_REDUCED = 2;
    /** ImageJ writes the further images of a stack behind the first and tells their number only here. */
    private static final Pattern STACK = Pattern.compile("(?s)ImageJ=.*\\nimages=(\\d{1,9})(\\s.*|$)");

    /**
     * Which directory holds the image.
     *
     * @throws UnreadableImageException if there are several, or none
     */
    int only() throws UnreadableImageException {
        List<Integer> pages = all();
        long count = Math.max(pages.size(), inStack(directories.get(pages.get(0))));
        if (count > 1) {
            throw new UnreadableImageException("holds " + count + " pages; one is expected (stacks of equal pages are volumes, which"
                    + " 'dataset import nifti' takes as well)");
        }
        return pages.get(0);
    }

    /**
     * Which directories hold the images of a stack, in their order.
     *
     * @throws UnreadableImageException if there are none, or more images than directories
     */
    List<Integer> stack() throws UnreadableImageException {
        List<Integer> pages = all();
        if (inStack(directories.get(pages.get(0))) > pages.size()) {
            throw new UnreadableImageException("is a stack whose further images have no pages of their own; save it anew with ImageJ");
        }
        return pages;
    }

    private List<Integer> all() throws UnreadableImageException {
        List<Integer> pages = new ArrayList<>();
        for (int i = 0; i < directories.size(); i++) {
            if (isPage(directories.get(i))) {
                pages.add(i);
            }
        }
        if (pages.isEmpty()) {
            throw new UnreadableImageException("holds only a thumbnail or a mask");
        }
        return pages;
    }

    private static boolean isPage(TiffDirectory directory) throws UnreadableImageException {
        long kind = directory.number(TiffTag.NEW_SUBFILE_TYPE, 0);
        return (kind & (REDUCED | MASK)) == 0 && directory.number(TiffTag.SUBFILE_TYPE, 1) != OLD_REDUCED;
    }

    private static long inStack(TiffDirectory directory) throws UnreadableImageException {
        Matcher stack = STACK.matcher(directory.text(TiffTag.DESCRIPTION).replace("\0", ""));
        return Math.max(stack.matches() ? Long.parseLong(stack.group(1)) : 1, directory.number(TiffTag.DEPTH, 1));
    }
}

/** The tags of TIFF that are looked at (TIFF 6.0, appendix A; 317 and up from the supplements). */
final class TiffTag {
    static final int NEW_SUBFILE_TYPE = 254;
    static final int SUBFILE_TYPE = 255;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int DESCRIPTION = 270;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int ACROSS = 282;
    static final int DOWN = 283;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int PLANAR = 284;
    static final int PREDICTOR = 317;
    static final int COLOR_MAP = 320;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int INK_SET = 332;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int JPEG_TABLES = 347;
    static final int YCBCR_COEFFICIENTS = 529;
    static final int YCBCR_SUBSAMPLING = 530;
    static final int REFERENCE_BLACK_WHITE = 532;
    static final int DEPTH = 32_997;

    private TiffTag() {
    }
}

/** The types of values in TIFF directories (TIFF 6.0, section 2; BigTIFF adds 16 to 18), and how long they are. */
final class TiffTypes {
    static final int BYTE = 1;
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int RATIONAL = 5;
    static final int UNDEFINED = 7;
    static final int IFD = 13;
    static final int LONG8 = 16;
    static final int IFD8 = 18;

    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private TiffTypes() {
    }

    /** Bytes of a value; 0 for an unknown type. */
    static int size(int type) {
        return type >= 0 && type < SIZES.length ? SIZES[type] : 0;
    }
}
