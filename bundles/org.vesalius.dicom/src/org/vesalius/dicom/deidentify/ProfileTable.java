// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

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
import java.util.Set;
import org.vesalius.dicom.data.Tag;

/** Table E.1-1 of PS3.15: what the profile and its options do to which element. */
final class ProfileTable {
    /** Of the standard. */
    static final String EDITION = "2024e/2025a";

    private static final String RESOURCE = "profile.tsv";
    private static final String PRIVATE = "private";
    private static final int HEX = 16;

    private final Map<Tag, Rule> rules = new HashMap<>();
    private final List<Repeated> repeated = new ArrayList<>();

    /** The actions of the table (PS3.15, table E.1-1a). Of a choice by type the one is taken that every type allows. */
    enum Act {
        /** X: taken away. */
        REMOVE,
        /** Z, X/Z: emptied. */
        EMPTY,
        /** D, X/D, Z/D, X/Z/D: another value instead. */
        DUMMY,
        /** U, X/Z/U*: identifiers are replaced, of a sequence those in it. */
        UID,
        /** K: stays; a sequence is cleaned. */
        KEEP,
        /** C: names, identifiers and dates are taken out. */
        CLEAN;

        private static Act of(String text) {
            return switch (text) {
                case "X" -> REMOVE;
                case "Z", "X/Z" -> EMPTY;
                case "D", "X/D", "Z/D", "X/Z/D" -> DUMMY;
                case "U", "X/Z/U*" -> UID;
                case "K" -> KEEP;
                case "C" -> CLEAN;
                default -> throw new IllegalStateException("no action '" + text + "'");
            };
        }
    }

    /**
     * A row of the table.
     *
     * @param basic what the profile does
     * @param options what options do instead
     * @param name of the element
     */
    record Rule(Act basic, Map<ProfileOption, Act> options, String name) {

        /** What is done where these options are chosen; of two that differ the one that cleans. */
        Act with(Set<ProfileOption> chosen) {
            List<Act> acts = options.entrySet().stream().filter(each -> chosen.contains(each.getKey()))
                    .map(Map.Entry::getValue).toList();
            return acts.isEmpty() ? basic : acts.contains(Act.CLEAN) ? Act.CLEAN : Act.KEEP;
        }
    }

    private record Repeated(int mask, int value, Rule rule) {
    }

    private static final class Shared {
        static final ProfileTable STANDARD = new ProfileTable();
    }

    private ProfileTable() {
        try (InputStream in = Objects.requireNonNull(ProfileTable.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of the standard; it never changes. */
    static ProfileTable ofDicom() {
        return Shared.STANDARD;
    }

    private void add(String line) {
        String[] cells = line.split("\t");
        Map<ProfileOption, Act> options = new HashMap<>();
        for (ProfileOption option : ProfileOption.values()) {
            String act = cells[2].substring(option.ordinal(), option.ordinal() + 1);
            if (!act.equals("-")) {
                options.put(option, Act.of(act));
            }
        }
        Rule rule = new Rule(Act.of(cells[1]), Map.copyOf(options), cells[3]);
        if (cells[0].indexOf('x') >= 0) {
            int mask = Integer.parseUnsignedInt(cells[0].replaceAll("[0-9A-F]", "F").replace('x', '0'), HEX);
            repeated.add(new Repeated(mask, Integer.parseUnsignedInt(cells[0].replace('x', '0'), HEX), rule));
        } else if (!cells[0].equals(PRIVATE)) {
            // private elements are told by their group
            rules.put(new Tag(Integer.parseUnsignedInt(cells[0], HEX)), rule);
        }
    }

    /** The row of an element that isn't private; empty if it stays as far as the table is concerned. */
    Optional<Rule> rule(Tag tag) {
        Rule rule = rules.get(tag);
        return rule != null ? Optional.of(rule) : repeated.stream()
                .filter(each -> (tag.value() & each.mask()) == each.value()).map(Repeated::rule).findFirst();
    }
}
