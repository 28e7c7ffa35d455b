// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.importer.kind.ImportFolder;

/**
 * Tables of the patients, studies and series that a data set was made of, beside it.
 *
 * @param sources what each sample is made of
 * @param samples in the same order
 */
record SourceTables(List<SourceSample> sources, List<Sample> samples) {
    static final String PATIENT = "PatientID";
    static final String STUDY = "StudyInstanceUID";
    static final String SERIES = "SeriesInstanceUID";
    static final String MODALITY = "Modality";
    /** The elements that the tables and every data set need. */
    static final List<String> KEYWORDS = List.of(PATIENT, STUDY, SERIES, MODALITY, "PatientSex", "PatientBirthDate",
            "StudyDate", "StudyDescription", "SeriesDescription", "BodyPartExamined");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** Writes patients.csv, studies.csv and series.csv. */
    void write(ImportFolder folder) throws IOException {
        Map<String, List<Integer>> patients = grouped(sources.stream().map(SourceSample::patient).toList());
        List<List<String>> rows = new ArrayList<>(List.of(List.of("patient", "sex", "birth_date", "studies", "samples")));
        patients.forEach((patient, of) -> rows.add(List.of(patient, text(of, "PatientSex"), text(of, "PatientBirthDate"),
                count(of, STUDY), String.valueOf(of.size()))));
        write(folder, "patients.csv", rows);
        Map<String, List<Integer>> studies = grouped(sources.stream().map(source -> source.first().text(STUDY)).toList());
        rows.clear();
        rows.add(List.of("study", "patient", "date", "description", "series", "samples"));
        studies.forEach((study, of) -> rows.add(List.of(study, sources.get(of.get(0)).patient(), text(of, "StudyDate"),
                text(of, "StudyDescription"), count(of, SERIES), String.valueOf(of.size()))));
        write(folder, "studies.csv", rows);
        rows.clear();
        rows.add(List.of("series", "study", "patient", "modality", "body_part", "description", "files", "first_sample"));
        Map<String, List<Integer>> series = grouped(sources.stream().map(source -> source.first().text(SERIES)).toList());
        series.forEach((uid, of) -> rows.add(List.of(uid, text(of, STUDY), sources.get(of.get(0)).patient(), text(of, MODALITY),
                text(of, "BodyPartExamined"), text(of, "SeriesDescription"),
                String.valueOf(of.stream().mapToInt(i -> sources.get(i).count()).sum()), samples.get(of.get(0)).id())));
        write(folder, "series.csv", rows);
    }

    /** The numbers of the samples of each. */
    private static Map<String, List<Integer>> grouped(List<String> keys) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, keys.size()).forEach(i -> groups.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(i));
        return groups;
    }

    private String text(List<Integer> of, String keyword) {
        return sources.get(of.get(0)).first().text(keyword);
    }

    private String count(List<Integer> of, String keyword) {
        return String.valueOf(new TreeSet<>(of.stream().map(i -> sources.get(i).first().text(keyword)).toList()).size());
    }

    private static void write(ImportFolder folder, String name, List<List<String>> rows) throws IOException {
        new AtomicFile(folder.file(name)).write(out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter printer = new CSVPrinter(writer, FORMAT);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
            printer.flush();
        });
    }

    /** Without the rows, which tell who the patients are. */
    @Override
    public String toString() {
        return "SourceTables";
    }
}
