// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.phantom.ChestPhantom;

/**
 * A reader of series that are made, not read. A value says of whom and what: {@code ecg:patient=12,rhythm=normal}. The option
 * {@code seed} (a whole number, 0 if not set) makes other patients.
 */
abstract class SeriesPhantom implements ColumnReader {
    private final String id;
    private final Pattern pattern;
    private final String like;

    /**
     * @param id of the reader
     * @param pattern of its values; the first group is the number of the patient
     * @param like what a value reads like
     */
    SeriesPhantom(String id, String pattern, String like) {
        this.id = id;
        this.pattern = Pattern.compile(pattern);
        this.like = like;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final boolean readsFiles() {
        return false;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public final String fingerprint(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        matched(value);
        return id + " " + seed(options) + " " + value + " " + details(options);
    }

    @Override
    public final TypedArray read(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        Matcher matcher = matched(value);
        return draw(matcher, SeededRandom.of(seed(options), SeededRandom.key(id), Long.parseLong(matcher.group(1))), options);
    }

    /** What else decides how an array comes out. */
    abstract String details(Map<String, String> options) throws UnreadableImageException;

    /**
     * Makes a series.
     *
     * @param value matched by the pattern
     * @param random of the patient
     */
    abstract TypedArray draw(Matcher value, SeededRandom random, Map<String, String> options) throws UnreadableImageException;

    private Matcher matched(String value) throws UnreadableImageException {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            throw new UnreadableImageException("describes no " + id.replace('-', ' ') + "; it should read like " + like);
        }
        return matcher;
    }

    private static long seed(Map<String, String> options) throws UnreadableImageException {
        try {
            return Long.parseLong(options.getOrDefault(ChestPhantom.SEED, "0"));
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("can't be made: the option seed must be a whole number", e);
        }
    }
}
