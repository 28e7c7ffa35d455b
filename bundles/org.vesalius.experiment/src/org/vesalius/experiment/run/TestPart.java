// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.journal.DatasetJournal;
import org.vesalius.dataset.journal.Openings;
import org.vesalius.dataset.journal.Openings.Opening;
import org.vesalius.experiment.run.Provenance.Fold;

/**
 * The test part of the data set of a run. It is shut: training doesn't measure on it, and who does is recorded in the journal
 * of the data set. The fold that a cross-validation holds out is none: each sample is held out once, and what is chosen by
 * that is chosen as by a validation subset.
 *
 * @param run the run
 */
public record TestPart(RunFolder run) {
    /** What a run does to a data set that it is measured on. */
    public static final String EVALUATE = "evaluate";
    /** What a run does to a data set whose samples it predicts. */
    public static final String PREDICT = "predict";

    /** Whether there is one that is shut; one without samples is none. */
    public boolean exists() {
        return Files.isRegularFile(run.dataset().resolve(DatasetFiles.MANIFEST))
                && new RunRecordFile(run).read().provenance().fold().equals(Fold.NONE)
                && !new DatasetFiles().load(run.dataset()).samples(Subset.TEST).isEmpty();
    }

    /**
     * The data set whose journal is to record an opening.
     *
     * @param said where the user says it is now
     * @throws ReportedException if it isn't found, is another one, or its journal can't be written
     */
    public Path dataset(Optional<Path> said) {
        List<Path> places = said.filter(place -> !isCopyOfRun(place)).map(TestPart::originals).orElseGet(this::places);
        Path folder = places.stream().filter(TestPart::holdsADataset).findFirst().orElseThrow(() -> missing(places));
        refuseOther(folder);
        new DatasetJournal(folder).requireWritable();
        return folder;
    }

    /**
     * Records an opening in the journal of a data set.
     *
     * @param dataset its folder
     * @param act {@link #EVALUATE} or {@link #PREDICT}
     * @param purpose what for; may be empty
     * @return how often it was opened, this time included
     * @throws ReportedException if it can't be recorded; nothing may be shown then
     */
    public int open(Path dataset, Instant at, String act, String purpose) {
        return Openings.add(dataset, new Opening(at, System.getProperty("user.name", ""), run.name(), act, purpose)).all().size();
    }

    /**
     * The data sets whose journals are to record that samples are predicted: that of which they are the test part, and that
     * of the run where they are its test samples, in a copy or under another name of their part.
     *
     * @param dataset the data set of the samples, which may be the copy in a run
     * @param asked the samples
     * @return none where no test sample is among them
     * @throws ReportedException if it is the copy in a run, and the data set it was made of isn't there any more
     */
    public Set<Path> journals(Dataset dataset, List<Sample> asked) {
        boolean own = isSame(dataset.folder(), run.dataset());
        List<Path> origins = new DatasetFiles().origins(dataset.folder());
        Set<Path> journals = new LinkedHashSet<>();
        if ((!own || exists()) && asked.stream().anyMatch(sample -> dataset.subset(sample).filter(Subset.TEST::equals).isPresent())) {
            journals.add(origins.isEmpty() ? dataset.folder()
                    : origins.stream().filter(TestPart::holdsADataset).findFirst().orElseThrow(() -> missing(origins)));
        }
        if (!own && exists() && hasTestSample(dataset, asked)) {
            places().stream().filter(TestPart::holdsADataset).findFirst()
                    .filter(place -> journals.stream().noneMatch(journal -> isSame(journal, place))).ifPresent(journals::add);
        }
        return journals;
    }

    /** Whether a test sample of the run is among some: one of the same name and values, whatever part it is said to be in. */
    private boolean hasTestSample(Dataset dataset, List<Sample> asked) {
        Dataset frozen = new DatasetFiles().load(run.dataset());
        Map<String, Sample> byId = asked.stream().collect(Collectors.toMap(Sample::id, Function.identity(), (one, other) -> one));
        List<Column> known = frozen.columns().stream().filter(column -> !column.type().read() && column.role() != ColumnRole.SUBSET)
                .filter(column -> dataset.columns().contains(column)).toList();
        return frozen.samples(Subset.TEST).stream().anyMatch(sample -> byId.containsKey(sample.id())
                && known.stream().allMatch(column -> sample.value(column).equals(byId.get(sample.id()).value(column))));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> places() {
        List<Path> origins = new DatasetFiles().origins(run.dataset());
        try {
            // runs of earlier versions don't say what they were copied from
            return origins.isEmpty() ? new ProjectDataset(run).places() : origins;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The folder of the experiment can't be read.", run.path(),
                    "Check its permissions.", e);
        }
    }

    private boolean isCopyOfRun(Path place) {
        return place.toAbsolutePath().normalize().equals(run.dataset().toAbsolutePath().normalize());
    }

    /** What is recorded beside a copy isn't seen by those who look at the data set itself. */
    private static List<Path> originals(Path place) {
        List<Path> origins = holdsADataset(place) ? new DatasetFiles().origins(place) : List.of();
        return origins.isEmpty() ? List.of(place) : origins;
    }

    private static boolean holdsADataset(Path folder) {
        return Files.isRegularFile(folder.resolve(DatasetFiles.MANIFEST));
    }

    private ReportedException missing(List<Path> places) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The data set that the run was trained on isn't there"
                + " any more. Its test part stays shut, for its journal is to record who opens it.",
                places.isEmpty() ? run.path() : places.get(0),
                "Bring it back to where it was. On the command line, 'evaluate' can be told where it is now.");
    }

    /** A journal that other samples belong to would record nothing. */
    private void refuseOther(Path folder) {
        DatasetFiles files = new DatasetFiles();
        Dataset now = files.load(folder);
        Set<String> ids = now.samples().stream().map(Sample::id).collect(Collectors.toSet());
        List<Sample> test = files.load(run.dataset()).samples(Subset.TEST);
        long strange = test.stream().filter(sample -> !ids.contains(sample.id())).count();
        if (strange > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "This is another data set than the run was trained on: "
                    + strange + " of " + English.quantity(test.size(), "test sample") + (strange == 1 ? " isn't" : " aren't")
                    + " in it. The test part stays shut.", folder,
                    "Bring that data set back to where it was. On the command line, 'evaluate' can be told where it is now.");
        }
    }
}
