// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.mask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ImageFileReader;

/**
 * Reads masks: for each place of a picture the number of its category, 0 for none. A value names one or several files,
 * which are united: {@code 1:lesion.png|2:vessel.png} marks by the category 1 what isn't 0 in the first file. Without a number,
 * {@code mask.png}, the categories are those that the column's option {@value #LEVELS} gives to the values in the file, such as
 * {@code 0=0,128-255=1}; a value that isn't listed is refused. A value may also say what to draw, see
 * {@link MaskDrawing}. Of categories at one place, the last counts.
 *
 * <p>Arrays have the axes {@code y, x, channel} with one channel. As pictures, they are black where there is no category and
 * white where there is the last.
 */
public final class MaskReader implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "mask";
    /** The option that says which categories the values in files are. */
    public static final String LEVELS = "levels";
    /** The option that says how many categories there are, that of 0 among them; two if it isn't set. */
    public static final String COUNT = "count";
    /** What stands between the parts of a value. */
    public static final String SEPARATOR = "|";

    private final ImageFileReader files;

    /** A reader that may take half of Java's memory. */
    public MaskReader() {
        files = new ImageFileReader();
    }

    /** The value of a mask that marks nothing yet; shapes follow, each after {@value #SEPARATOR}. */
    public static String drawing(int width, int height) {
        return MaskDrawing.BEGINNING + width + "x" + height;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
        if (MaskDrawing.is(value)) {
            return ContentHash.sha256(value.getBytes(StandardCharsets.UTF_8));
        }
        List<String> parts = new ArrayList<>();
        for (MaskPart part : MaskPart.of(value)) {
            parts.add(part.category() + ":" + files.fingerprint(root, part.path(), Map.of()));
        }
        return parts.size() == 1 && value.equals(MaskPart.of(value).get(0).path()) ? parts.get(0).substring(2)
                : ContentHash.sha256(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> paths(String value) throws UnreadableImageException {
        return MaskDrawing.is(value) ? List.of() : MaskPart.of(value).stream().map(MaskPart::path).toList();
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
        int count = count(options);
        if (MaskDrawing.is(value)) {
            return MaskDrawing.parse(value, count).drawn();
        }
        MaskLevels levels = MaskLevels.parse(options.getOrDefault(LEVELS, ""));
        byte[] united = {};
        int[] size = {};
        for (MaskPart part : MaskPart.of(value)) {
            StoredMask mask = files.read(root, part.path(), Map.of(), StoredMask::of);
            if (size.length > 0 && !Arrays.equals(size, mask.size())) {
                throw new UnreadableImageException("has masks of different sizes: " + size[1] + "×" + size[0] + " and "
                        + mask.size()[1] + "×" + mask.size()[0]);
            }
            size = mask.size();
            united = united.length == 0 ? new byte[size[0] * size[1]] : united;
            mask.mark(united, part.category(), levels, count);
        }
        return array(size[0], size[1], count, united);
    }

    private static int count(Map<String, String> options) throws UnreadableImageException {
        try {
            int count = Integer.parseInt(options.getOrDefault(COUNT, "2"));
            if (count >= 2 && count <= MaskLevels.MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("is a mask of a column whose number of categories is no number", e);
        }
        throw new UnreadableImageException("is a mask of a column that has no 2 to " + MaskLevels.MOST + " categories");
    }

    /** A mask of numbers of categories. */
    static TypedArray array(int height, int width, int count, byte[] categories) {
        return TypedArray.of(ArrayDescription.of(ElementType.U8, Axis.of(Axis.Y, height), Axis.of(Axis.X, width),
                Axis.of(Axis.CHANNEL, 1)).with(Brightness.between(0, count - 1)), categories);
    }
}

/** One of the files of a value; its category is 0 where the values in the file tell it. */
record MaskPart(int category, String path) {
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}:.*", Pattern.DOTALL);

    static List<MaskPart> of(String value) throws UnreadableImageException {
        if (value.isEmpty()) {
            throw new UnreadableImageException("has no mask");
        }
        List<MaskPart> parts = new ArrayList<>();
        for (String part : value.split("\\|")) {
            boolean numbered = NUMBERED.matcher(part).matches();
            int colon = part.indexOf(':');
            parts.add(numbered ? new MaskPart(Integer.parseInt(part.substring(0, colon)), part.substring(colon + 1))
                    : new MaskPart(0, part));
        }
        return parts;
    }
}
