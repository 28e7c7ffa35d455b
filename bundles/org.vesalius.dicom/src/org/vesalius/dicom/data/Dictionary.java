// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The elements that the standard names (PS3.6). */
public final class Dictionary {
    private static final String RESOURCE = "dictionary.tsv";
    private static final int HEX = 16;

    private final Map<Tag, Entry> entries = new HashMap<>();
    private final Map<String, Tag> tags = new HashMap<>();
    private final List<Repeated> repeated = new ArrayList<>();

    /**
     * What the standard says of an element.
     *
     * @param vr its value representation; where several are allowed, the first
     * @param keyword its name in one word, such as {@code PatientID}
     */
    public record Entry(Vr vr, String keyword) {
    }

    private record Repeated(int mask, int value, Entry entry) {
    }

    private static final class Shared {
        static final Dictionary STANDARD = new Dictionary();
    }

    private Dictionary() {
        try (InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t");
        Entry entry = new Entry(Vr.valueOf(cells[1]), cells[2]);
        if (cells[0].indexOf('x') < 0) {
            Tag tag = new Tag(Integer.parseUnsignedInt(cells[0], HEX));
            entries.put(tag, entry);
            tags.put(entry.keyword(), tag);
        } else {
            int mask = Integer.parseUnsignedInt(cells[0].replaceAll("[0-9A-F]", "F").replace('x', '0'), HEX);
            repeated.add(new Repeated(mask, Integer.parseUnsignedInt(cells[0].replace('x', '0'), HEX), entry));
        }
    }

    /** The dictionary of the standard; it never changes. */
    public static Dictionary ofDicom() {
        return Shared.STANDARD;
    }

    /** What the standard says of an element; empty for private and unknown ones. */
    public Optional<Entry> entry(Tag tag) {
        Entry entry = entries.get(tag);
        if (entry != null || tag.isPrivate()) {
            return Optional.ofNullable(entry);
        }
        return repeated.stream().filter(each -> (tag.value() & each.mask()) == each.value()).map(Repeated::entry).findFirst();
    }

    /** The element of a keyword. */
    public Optional<Tag> tag(String keyword) {
        return Optional.ofNullable(tags.get(keyword));
    }

    /** The value representation where the file doesn't say it (PS3.5, 7.1.3). */
    Vr vr(Tag tag) {
        if (tag.isPrivateCreator()) {
            return Vr.LO;
        }
        return tag.element() == 0 ? Vr.UL : entry(tag).map(Entry::vr).orElse(Vr.UN);
    }
}
