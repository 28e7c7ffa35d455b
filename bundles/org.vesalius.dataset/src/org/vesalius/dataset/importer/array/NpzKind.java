// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.reader.ColumnReaders;

/** Arrays of NumPy in one file. */
public final class NpzKind implements ImportKind {
    private final ColumnReaders readers;

    /** @param readers must hold the reader {@code npy} */
    public NpzKind(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public String id() {
        return "npz";
    }

    @Override
    public String title() {
        return "Arrays of NumPy";
    }

    @Override
    public String header() {
        return "Makes a data set of arrays of NumPy in a .npz file.";
    }

    @Override
    public String description() {
        return "A file that NumPy's savez writes: arrays whose first axis counts the samples. The largest array goes into a network; arrays of as "
                + "many samples are its labels: whole numbers are categories, others quantities. Arrays named train_…, val_… and "
                + "test_… (or …_train, …_test) are the subsets. The arrays that go in are unpacked into the data set; the file "
                + "stays as it is.";
    }

    @Override
    public Sources sources() {
        return new Sources("FILE", "The .npz file.", false, false);
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption> options = new ArrayList<>(List.of(
                ImportOption.text("input", "NAME", "", "The array that goes into a network, without the part of its name "
                        + "that tells the subset."),
                ImportOption.texts("label", "NAME", "An array of labels; without it, all that fit are. One of "
                        + "as many axes as the input is a mask."),
                ImportOption.text("patient", "NAME", "", "The array that numbers the patients. Samples of a patient never "
                        + "come into different subsets."),
                ImportOption.text("categories", "NAMES", "", "What the numbers 0, 1, 2 … of the labels stand for, with commas "
                        + "between, such as normal,pneumonia."),
                ImportOption.text("axes", "NAMES", "", "What the axes of one sample run along, such as y,x,channel or "
                        + "time,channel. Without it, two axes are a picture and three a picture in colour or a volume.")
                        .offering("y,x", "y,x,channel", "z,y,x", "time", "time,channel"),
                ImportOption.text("preprocessing", "STEPS", "", "What is done to each array, such as 'rescale slope=1/255'; "
                        + "steps are separated by semicolons. 'zscore per=training' at the end gives each channel the mean 0 and "
                        + "the standard deviation 1 over the training samples.")));
        options.addAll(SplitColumn.options("the names of arrays"));
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import npz pneumoniamnist.npz --out pneumonia --categories normal,pneumonia",
                "dataset import npz scans.npz --out scans --input volumes --label grade \\\n"
                        + "    --axes z,y,x --preprocessing 'zscore' --split 70/15/15");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        return !sources.folder() && sources.has("npz") ? Fit.LIKELY : Fit.NONE;
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new NpzImport(request, readers);
    }
}
