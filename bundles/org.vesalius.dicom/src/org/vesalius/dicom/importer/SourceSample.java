// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.dicom.DicomReader;

/**
 * What a sample is made of.
 *
 * @param value what its column holds: a path, or a folder with the identifier of a series
 * @param first the header of its first file
 * @param count how many files
 */
record SourceSample(String value, FoundFiles.Header first, int count) {

    /** A sample for each file. */
    static List<SourceSample> images(List<FoundFiles.Header> files) {
        return files.stream().map(file -> new SourceSample(file.path(), file, 1)).toList();
    }

    /** A sample for each series in each folder; files without a series are on their own. */
    static List<SourceSample> series(List<FoundFiles.Header> files) {
        Map<String, List<FoundFiles.Header>> series = new LinkedHashMap<>();
        for (FoundFiles.Header file : files) {
            String uid = file.text(SourceTables.SERIES);
            String value = uid.isEmpty() ? file.path() : file.folder() + DicomReader.SERIES_MARK + uid;
            series.computeIfAbsent(value, key -> new ArrayList<>()).add(file);
        }
        return series.entrySet().stream()
                .map(each -> new SourceSample(each.getKey(), each.getValue().get(0), each.getValue().size())).toList();
    }

    /** Who it is of: the study where no patient is told, the value where no study is either. */
    String patient() {
        String patient = first.text(SourceTables.PATIENT);
        String study = first.text(SourceTables.STUDY);
        return !patient.isEmpty() ? patient : !study.isEmpty() ? study : value;
    }

    /** Without anything, since paths and identifiers may tell who the patient is. */
    @Override
    public String toString() {
        return "SourceSample";
    }
}
