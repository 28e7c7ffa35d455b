// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;

/**
 * The reader {@code chest-phantom}: draws the chest radiograph that a sample's value describes. Column options:
 * {@code seed} (a whole number, 0 if not set) makes other patients, {@code size} (32…1024, 128 if not set) is the
 * number of rows and columns, {@code show} is {@code image} (if not set) or {@code mask} for the pixels with a mass.
 */
public final class ChestPhantom implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "chest-phantom";

    /** The option that holds the seed. */
    public static final String SEED = "seed";

    /** The option that holds the number of rows and columns. */
    public static final String SIZE = "size";

    /** The option that tells what is shown. */
    public static final String SHOW = "show";

    /** Shows which pixels are of a mass. */
    public static final String MASK = "mask";

    private static final String IMAGE = "image";
    private static final int MIN_SIZE = 32;
    private static final int MAX_SIZE = 1024;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean readsFiles() {
        return false;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        return painter(options) + "/" + parse(value).text() + (showsMask(options) ? "/" + MASK : "");
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        PhantomPainter painter = painter(options);
        return showsMask(options) ? painter.mark(parse(value)) : painter.paint(parse(value));
    }

    private static boolean showsMask(Map<String, String> options) throws UnreadableImageException {
        String shown = options.getOrDefault(SHOW, IMAGE);
        if (!List.of(IMAGE, MASK).contains(shown)) {
            throw new UnreadableImageException("can't be drawn: the option show must be image or mask");
        }
        return shown.equals(MASK);
    }

    private static PhantomCase parse(String value) throws UnreadableImageException {
        return PhantomCase.of(value).orElseThrow(() -> new UnreadableImageException(
                "describes no chest phantom; it should read like chest:patient=12,view=2,finding=opacity"));
    }

    private static PhantomPainter painter(Map<String, String> options) throws UnreadableImageException {
        try {
            long seed = Long.parseLong(options.getOrDefault(SEED, "0"));
            int size = Integer.parseInt(options.getOrDefault(SIZE, "128"));
            if (size >= MIN_SIZE && size <= MAX_SIZE) {
                return new PhantomPainter(seed, size);
            }
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("can't be drawn: the options seed and size must be whole numbers", e);
        }
        throw new UnreadableImageException(
                "can't be drawn: the option size must be from " + MIN_SIZE + " to " + MAX_SIZE);
    }
}
