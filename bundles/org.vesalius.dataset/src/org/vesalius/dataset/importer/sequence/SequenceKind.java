// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.util.List;
import java.util.Set;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;

/** Sequences: rows of numbers, measurements at any times, recorded signals. */
public final class SequenceKind implements ImportKind {
    private static final Set<String> TEXTS = Set.of("csv", "txt", "tsv", "dat");

    @Override
    public String id() {
        return "sequences";
    }

    @Override
    public String title() {
        return "Sequences and signals";
    }

    @Override
    public String header() {
        return "Makes a data set of sequences: signals, or values measured again and again.";
    }

    @Override
    public String description() {
        return "Signals, laboratory values over time, recordings (WFDB, EDF). FILE is a text in which each line is a sequence; a text in which each line is a measurement (time, what was "
                + "measured, value) or a time with a column for each measured thing; a WFDB record (.hea) or an EDF file. Of a "
                + "folder, all files of one kind are read, each as one sequence. What the lines hold is detected and told; "
                + "the options change it. Measurements come into equal steps of time. The files stay where they are and are "
                + "read from there, unless the lines of one sequence are scattered over a file: then the data set gets a "
                + "sorted copy.";
    }

    @Override
    public Sources sources() {
        return new Sources("FILE", "A file of sequences, or a folder of files.", false, true);
    }

    @Override
    public List<ImportOption> options() {
        return List.of(
                ImportOption.text("layout", "LAYOUT", "", "'row' (a line is a sequence), 'events' (a line is a time) or "
                        + "'recording'; detected if not given.")
                        .offering("row", "events", "recording"),
                ImportOption.text("separator", "NAME", "", "What stands between cells: comma, semicolon, tab, bar or blanks; "
                        + "detected if not given.").offering("comma", "semicolon", "tab", "bar", "blanks"),
                ImportOption.texts("missing", "MARK", "How a missing value is written, such as -1; nothing at all, ? and NA "
                        + "are known."),
                ImportOption.text("id", "COLUMN", "", "The column, by heading or number, that tells whose sequence it is."),
                ImportOption.text("label", "COLUMN", "", "The column of the category, in FILE or in --table; 'none' for none. "
                        + "In rows the first column is taken if it holds a few whole numbers."),
                ImportOption.paths("table", "FILE", "A table with a line for each sequence, joined by the id; the name of a "
                        + "file is the id of the sequence in it. Its columns come into the data set."),
                ImportOption.text("key", "COLUMN", "", "The column of the table that holds the id; detected if not given."),
                ImportOption.text("time", "COLUMN", "", "The column of the time: hh:mm, a date, or a number."),
                ImportOption.text("time-unit", "UNIT", "s", "What a number in the column of times counts: ms, s, min, h or d.")
                        .offering("ms", "s", "min", "h", "d"),
                ImportOption.text("parameter", "COLUMN", "", "The column that names what was measured."),
                ImportOption.text("value", "COLUMN", "", "The column of the value measured."),
                ImportOption.texts("channel", "NAME", "What goes into the sequence; all if not given. Give it once for each."),
                ImportOption.text("step", "DURATION", "", "How long a step of time is, such as 1h or 10min; chosen if not "
                        + "given."),
                ImportOption.text("duration", "DURATION", "", "How long sequences are made; as long as the longest if not "
                        + "given."),
                ImportOption.text("start", "TIME", "", "When a sequence begins: a time such as 0, or 'first' for its first "
                        + "measurement."),
                ImportOption.text("aggregate", "RULE", "mean", "How several values of a step become one: mean, median, first, "
                        + "last, min, max or sum.").offering("mean", "median", "first", "last", "min", "max", "sum"),
                ImportOption.text("gaps", "RULES", "", "What becomes of steps without a value: 'forward' (the last value "
                        + "before), 'mask' (a channel more that says where something was measured), 'since' (a channel more "
                        + "that counts the time since), several with + between them, or 'none'. All three if there are gaps.")
                        .offering("forward+mask+since", "forward+mask", "forward", "none"),
                ImportOption.text("annotations", "SUFFIX", "", "Of WFDB records: the annotator, such as atr. Each annotated "
                        + "beat becomes a sequence, its kind the category. Of EDF+ files: 'notes'."),
                ImportOption.whole("window", "N", 256, "With --annotations: samples of a sequence; the annotation is in "
                        + "its middle."),
                ImportOption.text("split", "RULE", "70/15/15", "The percentages of train, validation and test, dealt out "
                        + "patient by patient with the same share of each category; " + SplitColumn.LISTED + ".")
                        .offering("70/15/15", "80/10/10", "60/20/20"),
                SplitColumn.list(), SplitColumn.seed());
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import sequences ECG5000_TRAIN.txt --out ecg5000",
                "dataset import sequences set-a --table Outcomes-a.txt --label In-hospital_death \\\n"
                        + "    --missing -1 --step 1h --duration 48h --out icu",
                "dataset import sequences 100.hea --annotations atr --window 256 --out beats");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        boolean text = sources.names().stream().map(SourceGlance::extension).anyMatch(TEXTS::contains);
        long texts = sources.names().stream().map(SourceGlance::extension).filter(TEXTS::contains).count();
        // beside others, a text says where they are from; beside images, what is in them
        boolean many = sources.folder() && texts > 1 && texts * 2 > sources.names().size() && sources.images().isEmpty();
        if (sources.has("hea", "edf") || text && (many || !sources.folder() && sources.wide())) {
            return Fit.LIKELY;
        }
        return text && (many || !sources.folder()) ? Fit.POSSIBLE : Fit.NONE;
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new SequenceImport(SequenceOptions.of(request));
    }
}
