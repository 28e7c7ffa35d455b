// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.PictureReader;

/**
 * A data set whose images were decoded once: those that can't be are defects, and what is black and white is known.
 *
 * @param dataset with a column of defects where there are any
 * @param defects of its samples
 * @param remarks what was found out about values
 */
record DecodedRows(Dataset dataset, List<Defect> defects, List<String> remarks) {

    static DecodedRows of(Dataset dataset, String image, Progress progress) {
        List<Sample> samples = dataset.samples();
        List<String> paths = samples.stream().map(sample -> sample.value(image)).filter(path -> !path.isEmpty()).distinct().toList();
        StoredRange[] ranges = new StoredRange[paths.size()];
        Map<String, String> reasons = reasons(dataset, paths, ranges, progress);
        DepthRule depth = new DepthRule(Arrays.asList(ranges));
        List<Column> columns = new ArrayList<>(dataset.columns().stream()
                .map(column -> column.name().equals(image) ? column.with(depth.options()) : column).toList());
        if (reasons.isEmpty()) {
            return new DecodedRows(with(dataset, columns, samples), List.of(), depth.remarks());
        }
        Column defect = Column.text(freeName(columns), ColumnRole.DEFECT);
        columns.add(defect);
        SampleTable.Builder builder = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        List<Defect> defects = new ArrayList<>();
        for (Sample sample : samples) {
            String reason = reasons.getOrDefault(sample.value(image), "");
            builder.add(sample.id(), columns.stream().map(column -> column == defect ? reason : sample.value(column)).toList());
            if (!reason.isEmpty()) {
                defects.add(new Defect(sample.id(), sample.value(image), reason));
            }
        }
        return new DecodedRows(with(dataset, columns, builder.build()), defects, depth.remarks());
    }

    private static Dataset with(Dataset dataset, List<Column> columns, List<Sample> samples) {
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), columns, samples);
    }

    private static String freeName(List<Column> columns) {
        String name = "defect";
        while (columns.stream().map(Column::name).toList().contains(name)) {
            name = "image " + name;
        }
        return name;
    }

    private static Map<String, String> reasons(Dataset dataset, List<String> paths, StoredRange[] ranges, Progress progress) {
        String[] reasons = new String[paths.size()];
        PictureReader reader = new PictureReader(new ImageFileReader());
        try {
            new ParallelWork(reasons.length, i -> {
                try {
                    ranges[i] = reader.range(dataset.root(), paths.get(i), Map.of());
                } catch (UnreadableImageException e) {
                    reasons[i] = e.getMessage();
                }
            }).run("Decoding images", progress);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The images can't be read.", dataset.root(),
                    "Check that the files may be read and the disk is sound.", e);
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < reasons.length; i++) {
            if (reasons[i] != null) {
                found.put(paths.get(i), reasons[i]);
            }
        }
        return found;
    }
}
