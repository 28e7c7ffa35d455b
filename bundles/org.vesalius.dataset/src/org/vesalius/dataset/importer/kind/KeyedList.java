// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;

/**
 * What somebody wrote down about samples beforehand, such as their folds. Its keys are patients, or files with or without their folders
 * and the ends of their names.
 *
 * @param values by the keys
 * @param what it is a list of, in the user's words
 */
record KeyedList<V>(Map<String, V> values, String what) {

    /**
     * A sample, and what a list may call it.
     *
     * @param patient who it is of
     * @param names further ones: its id, its file with and without the folder and the end
     */
    record Named(String patient, List<String> names) {

        /** A sample of a file. */
        static Named file(String path, String patient) {
            return new Named(patient, names(path).toList());
        }

        static Stream<String> names(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            String stem = stem(name);
            return Stream.of(path, name, stem, stem.endsWith(".nii") ? stem(stem) : stem).distinct();
        }

        private static String stem(String name) {
            return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        }

        private Optional<String> key(Map<String, ?> values) {
            return Stream.concat(Stream.of(patient), names.stream()).filter(values::containsKey).findFirst();
        }

        /** Without what it is called, which may tell who the patient is. */
        @Override
        public String toString() {
            return "Named";
        }
    }

    /**
     * The keys of samples; null for those that aren't listed.
     *
     * @throws ReportedException if a key is a patient and a name of another's sample
     */
    List<String> keys(List<Named> samples) {
        Set<String> patients = Set.copyOf(samples.stream().map(Named::patient).toList());
        long unclear = samples.stream().filter(sample -> sample.names().stream()
                .anyMatch(name -> values.containsKey(name) && patients.contains(name) && !name.equals(sample.patient()))).count();
        if (unclear > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The list of " + what + " names something that is a patient and as"
                    + " well a file of another patient, which is so for " + unclear + " of " + samples.size() + " samples.",
                    "Have --patient take more of the names, such as patient5 instead of 5, or list files with their folders.");
        }
        return samples.stream().map(sample -> sample.key(values).orElse(null)).toList();
    }

    /**
     * The keys of the samples of a data set, which may be called by their patients, ids and files; null for those that aren't listed.
     *
     * @throws ReportedException if a key is a patient or an id and a name of another's sample
     */
    List<String> keys(Dataset dataset) {
        Optional<Column> patient = dataset.first(ColumnRole.PATIENT);
        List<Column> files = dataset.columns().stream().filter(column -> column.type().read()).toList();
        refuseMixedUp(dataset, files);
        return keys(dataset.samples().stream().map(sample -> new Named(
                patient.filter(column -> !sample.lacks(column)).map(sample::value).orElseGet(sample::id),
                Stream.concat(Stream.of(sample.id()), files.stream().flatMap(file -> Named.names(sample.value(file)))).toList()))
                .toList());
    }

    /** Files may be called as ids of other samples are. */
    private void refuseMixedUp(Dataset dataset, List<Column> files) {
        Set<String> ids = dataset.samples().stream().map(Sample::id).collect(Collectors.toSet());
        boolean mixedUp = dataset.samples().stream().anyMatch(sample -> files.stream()
                .flatMap(column -> Named.names(sample.value(column)))
                .anyMatch(name -> values.containsKey(name) && ids.contains(name) && !name.equals(sample.id())));
        if (mixedUp) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The list of " + what
                    + " names something that is the id of one sample and the file of another.",
                    "List files with the ends of their names, such as s0001.png instead of s0001.");
        }
    }

    /** How many of the keys in the list aren't among these. */
    long strangers(List<String> keys) {
        return values.size() - keys.stream().filter(Objects::nonNull).distinct().count();
    }

    /** Without the keys, which may tell who patients are. */
    @Override
    public String toString() {
        return "KeyedList[" + values.size() + "]";
    }
}

/**
 * The rows of a list in a file.
 *
 * @param file where they are from
 * @param rows with that of headings, if there is one
 * @param what it is a list of, in the user's words
 * @param remedy what a list has to hold
 */
record ListRows(Path file, List<CSVRecord> rows, String what, String remedy) {
    private static final long MOST_BYTES = 64L << 20;
    private static final Pattern SURE_KEYS = Pattern.compile("(?i)(patient|file|image)([_ ]?(id|name|path))?");
    private static final Pattern OTHER_KEYS = Pattern.compile("(?i)(sample[_ ]?)?id|sample([_ ]?name)?");

    /**
     * Reads a text in columns.
     *
     * @throws ReportedException if it can't be read
     */
    static ListRows read(Path file, String what, String remedy) {
        ListRows none = new ListRows(file, List.of(), what, remedy);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw none.refused("The list is larger than " + (MOST_BYTES >> 20) + " MiB.");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
            String first = text.lines().findFirst().orElse("");
            char separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
            try (CSVParser parser = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).build()
                    .parse(new StringReader(text))) {
                return new ListRows(file, new ArrayList<>(parser.getRecords()), what, remedy);
            }
        } catch (CharacterCodingException e) {
            throw none.refused("The list is no text in UTF-8.");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The list of " + what + " can't be read.", file, remedy, e);
        }
    }

    /** How many columns there are. */
    int width() {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }

    /** A cell; empty behind the end of a row. */
    static String text(CSVRecord row, int place) {
        return place < row.size() ? row.get(place).strip() : "";
    }

    /**
     * The column of the keys: the only one beside that of the values, or the first that is called so.
     *
     * @throws ReportedException if nothing tells which it is
     */
    int keys(int values) {
        List<Integer> others = IntStream.range(0, width()).filter(i -> i != values)
                .filter(i -> rows.stream().anyMatch(row -> !text(row, i).isEmpty())).boxed().toList();
        OptionalInt found = others.size() == 1 ? OptionalInt.of(others.get(0))
                : Stream.of(SURE_KEYS, OTHER_KEYS).flatMap(names -> others.stream().filter(i -> isKey(i, names)))
                        .mapToInt(Integer::intValue).findFirst();
        return found.orElseThrow(() -> refused("The list doesn't tell which of its columns names patients or files."));
    }

    private boolean isKey(int place, Pattern names) {
        return names.matcher(text(rows.get(0), place)).matches();
    }

    ReportedException refused(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }

    /** Without the rows, which may tell who patients are. */
    @Override
    public String toString() {
        return "ListRows[" + rows.size() + "]";
    }
}
