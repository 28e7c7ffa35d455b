// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;

/**
 * A fixed list of what comes into which subset. Its keys are patients, or files with or without their folders and the ends
 * of their names.
 *
 * @param subsets by the keys
 * @param others the subset of what isn't listed; empty if all has to be
 */
record ListedSubsets(Map<String, Subset> subsets, Optional<Subset> others) {
    private static final long MOST_BYTES = 64L << 20;
    private static final String REMEDY =
            "A line of the list holds a patient or a file, a comma, and train, validation or test. Of more columns, one has the"
                    + " heading patient, file, image, id or sample.";
    private static final Pattern SURE_KEYS = Pattern.compile("(?i)(patient|file|image)([_ ]?(id|name|path))?");
    private static final Pattern OTHER_KEYS = Pattern.compile("(?i)(sample[_ ]?)?id|sample([_ ]?name)?");

    /**
     * The list of a text such as {@code validation=3,11 test=5,7}; what isn't named is to train on.
     *
     * @return empty if it is no such text
     */
    static Optional<ListedSubsets> inline(String text) {
        Map<String, Subset> subsets = new HashMap<>();
        for (String word : text.strip().split("[;\\s]+")) {
            int equals = word.indexOf('=');
            Optional<Subset> subset = equals < 1 ? Optional.empty() : SubsetFolder.of(word.substring(0, equals));
            if (subset.isEmpty()) {
                return Optional.empty();
            }
            for (String key : word.substring(equals + 1).split(",")) {
                put(subsets, key.strip(), subset.get(), Optional.empty());
            }
        }
        return Optional.of(new ListedSubsets(subsets, Optional.of(Subset.TRAIN)));
    }

    /**
     * Reads a list: text in columns, one of which says train, validation or test. The other is the key; of several, the
     * one whose heading says so.
     *
     * @throws ReportedException if it can't be read, or names something in two subsets
     */
    static ListedSubsets read(Path file) {
        List<CSVRecord> records = records(file);
        int place = IntStream.range(0, records.isEmpty() ? 0 : records.get(0).size())
                .filter(i -> records.stream().skip(1).allMatch(row -> cell(row, i).isPresent())
                        && (records.size() > 1 || cell(records.get(0), i).isPresent()))
                .findFirst().orElseThrow(() -> refused("No column of the list says train, validation or test in every line.", file));
        int keys = keys(records, place).orElseThrow(() -> refused("The list doesn't tell which of its columns names patients or"
                + " files.", file));
        Map<String, Subset> subsets = new HashMap<>();
        for (CSVRecord row : records) {
            cell(row, place).ifPresent(subset -> put(subsets, text(row, keys), subset, Optional.of(file)));
        }
        return new ListedSubsets(subsets, Optional.empty());
    }

    /** The column of the keys: the only one beside that of the subsets, or the first that is called so. */
    private static OptionalInt keys(List<CSVRecord> records, int subsets) {
        CSVRecord first = records.get(0);
        List<Integer> others = IntStream.range(0, first.size()).filter(i -> i != subsets)
                .filter(i -> records.stream().anyMatch(row -> !text(row, i).isEmpty())).boxed().toList();
        return others.size() == 1 ? OptionalInt.of(others.get(0))
                : Stream.of(SURE_KEYS, OTHER_KEYS).flatMap(names -> others.stream().filter(i -> names.matcher(text(first, i)).matches()))
                        .mapToInt(Integer::intValue).findFirst();
    }

    private static String text(CSVRecord row, int place) {
        return place < row.size() ? row.get(place).strip() : "";
    }

    private static Optional<Subset> cell(CSVRecord row, int place) {
        return place < row.size() ? SubsetFolder.ofCell(row.get(place)) : Optional.empty();
    }

    private static void put(Map<String, Subset> subsets, String key, Subset subset, Optional<Path> file) {
        if (key.isEmpty()) {
            return;
        }
        Subset before = subsets.put(key, subset);
        if (before != null && before != subset) {
            String message = "The list puts one patient or file into two subsets, " + before.text() + " and " + subset.text()
                    + ".";
            throw file.map(list -> refused(message, list))
                    .orElseGet(() -> new ReportedException(ErrorKind.INVALID_INPUT, message, REMEDY));
        }
    }

    private static List<CSVRecord> records(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("The list is larger than " + (MOST_BYTES >> 20) + " MiB.", file);
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
            String first = text.lines().findFirst().orElse("");
            char separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
            try (CSVParser parser = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).build()
                    .parse(new StringReader(text))) {
                return new ArrayList<>(parser.getRecords());
            }
        } catch (CharacterCodingException e) {
            throw refused("The list is no text in UTF-8.", file);
        } catch (IOException | IllegalStateException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The list of subsets can't be read.", file, REMEDY, e);
        }
    }

    private static ReportedException refused(String message, Path file) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, REMEDY);
    }

    /**
     * The subsets of samples.
     *
     * @param paths of their files, with forward slashes
     * @param patients of each
     * @throws ReportedException if one of the samples isn't listed, or nothing that is listed is there
     */
    List<Subset> of(List<String> paths, List<String> patients) {
        requireClear(paths, patients);
        Set<String> used = new TreeSet<>();
        List<Subset> found = new ArrayList<>();
        int missing = 0;
        for (int i = 0; i < paths.size(); i++) {
            Optional<String> key = key(paths.get(i), patients.get(i));
            key.ifPresent(used::add);
            Optional<Subset> subset = key.map(subsets::get).or(() -> others);
            missing += subset.isPresent() ? 0 : 1;
            found.add(subset.orElse(Subset.TRAIN));
        }
        int strangers = subsets.size() - used.size();
        if (missing > 0 || used.isEmpty() || others.isPresent() && strangers > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, missing > 0 && !used.isEmpty()
                    ? missing + " of " + paths.size() + " samples are not in the list of subsets."
                    : strangers + " of " + subsets.size() + " patients or files in the list of subsets are not there.",
                    "List patients as --patient finds them, or files by their names.");
        }
        return found;
    }

    /** Refuses a key that is a patient and the file of another. */
    private void requireClear(List<String> paths, List<String> patients) {
        Set<String> all = Set.copyOf(patients);
        long unclear = IntStream.range(0, paths.size()).filter(i -> names(paths.get(i))
                .anyMatch(name -> subsets.containsKey(name) && all.contains(name) && !name.equals(patients.get(i)))).count();
        if (unclear > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The list of subsets names something that is a patient and as"
                    + " well a file of another patient, which is so for " + unclear + " of " + paths.size() + " samples.",
                    "Have --patient take more of the names, such as patient5 instead of 5, or list files with their folders.");
        }
    }

    private Optional<String> key(String path, String patient) {
        return Stream.concat(Stream.of(patient), names(path)).filter(subsets::containsKey).findFirst();
    }

    /** What a list may call a file. */
    private static Stream<String> names(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        return Stream.of(path, name, stem);
    }

    /** Without the keys, which may tell who patients are. */
    @Override
    public String toString() {
        return "ListedSubsets[" + subsets.size() + "]";
    }
}
