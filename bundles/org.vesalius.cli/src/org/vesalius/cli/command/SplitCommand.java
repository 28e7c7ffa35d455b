// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.SplitText;
import org.vesalius.core.English;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Split.Rule;
import org.vesalius.dataset.Split;
import org.vesalius.dataset.check.standard.AlikePair;
import org.vesalius.dataset.importer.kind.ListedSplit;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.journal.DatasetJournal;
import org.vesalius.dataset.journal.Openings;
import org.vesalius.dataset.split.DividedDataset;
import org.vesalius.dataset.split.SplitJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dataset split}: divides a data set anew, and shows how it is divided. */
@Command(name = "split", header = "Divides a data set into parts and folds, and proves how it is divided.",
        description = {"", "All samples of a patient stay together, and each label, and what --stratify names, is shared alike. What was "
                + "said is kept in dataset.json and frozen into each run; the same rule and seed give the same parts on every machine. "
                + "Parts and folds are columns of samples.csv, and what they were before goes.",
            "",
            "--folds and --leave-out make no test part unless --split gives it a share, such as 80/0/20: folds are of the other samples. "
                    + "'train --folds' trains once for each fold, and takes its validation samples out of the others.",
            "",
            "With --proof alone nothing is changed. It looks at each image once.",
            ""},
        footer = {"", "Examples:", "  vesalius dataset split scans --split 70/15/15 --stratify finding,hospital --seed 7 --proof",
            "  vesalius dataset split scans --folds 5 --repeats 3 --split 80/0/20",
            "  vesalius dataset split scans --leave-out hospital", "  vesalius dataset split scans --time taken --split 60/20/20",
            "  vesalius dataset split scans --proof --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Divided, or shown.", "2:The command line is wrong.", "3:The data set can't be divided like this.",
            "5:The data set can't be written.", "130:Ended by Ctrl-C, and nothing was changed."})
public final class SplitCommand implements Callable<Integer> {
    private static final String USUAL = "70/15/15";
    private static final long SEED = 42;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The folder of the data set.")
    private Path dataset;

    @Option(names = "--split", paramLabel = "TRAIN/VALIDATION/TEST", description = "How many percent come into each part; " + USUAL
            + " if not given, with folds 100/0/0.")
    private String shares;

    @ArgGroup
    private WayOptions way = new WayOptions();

    /** What else says where samples come. */
    private static final class WayOptions {
        @Option(names = "--folds", paramLabel = "K|FILE", description = "Deals samples out to K folds, or takes them from a list of "
                + "patients, files or samples with their folds.")
        private String folds;

        @Option(names = "--leave-out", paramLabel = "COLUMN", description = "Makes each value of a column a fold, such as each site.")
        private String leaveOut;

        @Option(names = "--time", paramLabel = "COLUMN", description = "The latest patients by this column come into the test part, "
                + "those before them into the validation part. A patient counts as late as the latest sample.")
        private String time;

        @Option(names = "--parts", paramLabel = "FILE", description = "Takes the parts from a list of patients, files or samples with "
                + "train, validation or test.")
        private Path parts;
    }

    @Option(names = "--repeats", paramLabel = "R", description = "Deals the K folds out R times, each into a column of its own.")
    private Integer repeats;

    @Option(names = "--by", paramLabel = "COLUMN", description = "Keeps samples of one value together, such as those of a study or a "
            + "family; those of a patient stay together in any case.")
    private String by;

    @Option(names = "--stratify", split = ",", paramLabel = "COLUMN", description = "Shares the values of these columns alike: labels, "
            + "sites, times and numbers (by quarters). The labels that are categories, if not given.")
    private List<String> stratify;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed deals samples out differently. Default: " + SEED + ".")
    private Long seed;

    @Option(names = "--proof", description = "Shows patients, sites and labels of each part, and looks for images that show the same "
            + "in two of them.")
    private boolean proof;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public SplitCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        boolean divides = shares != null || way.folds != null || way.leaveOut != null || way.time != null || way.parts != null
                || by != null || stratify != null || seed != null || repeats != null;
        if (!divides && !proof) {
            throw new ParameterException(spec.commandLine(), "How to divide is missing, such as --split " + USUAL
                    + "; --proof shows how it is divided");
        }
        Path folder = context.resolve(dataset);
        ConsoleProgress progress = new ConsoleProgress(context.console());
        try (Interrupts.Handle interrupts = context.interrupts().onInterrupt(progress::cancel)) {
            Dataset before = new DatasetFiles().load(folder);
            Dataset divided = divides ? divided(before) : before;
            Optional<List<AlikePair>> alike = proof
                    ? Optional.of(context.experiments().datasetChecks().alike(divided, progress)) : Optional.empty();
            if (progress.cancelled()) {
                throw new CancellationException("cancelled before the data set was divided");
            }
            if (divides) {
                save(divided);
            }
            context.console().clearStatus();
            SplitText text = new SplitText(divided, alike);
            if (output.json()) {
                context.console().line(JsonText.of(text.toJson()));
            } else {
                text.lines().forEach(context.console()::line);
            }
        }
        return ExitCode.OK.number();
    }

    private Dataset divided(Dataset before) {
        if (way.parts != null) {
            refuse(shares != null || by != null || stratify != null || seed != null || repeats != null, "--parts says all by itself");
            return new ListedSplit(context.resolve(way.parts)).parts(before);
        }
        boolean number = way.folds != null && way.folds.matches("\\d{1,4}");
        if (way.folds != null && !number) {
            refuse(shares != null || by != null || stratify != null || seed != null || repeats != null,
                    "a list of folds says all by itself");
            List<String> remarks = new ArrayList<>();
            Dataset listed = new ListedSplit(context.resolve(Path.of(way.folds))).folds(before, remarks);
            remarks.forEach(context.console()::note);
            return listed;
        }
        refuse(repeats != null && (!number || repeats < 1), "--repeats is for --folds K, and at least 1");
        refuse(number && Integer.parseInt(way.folds) < 2, "There are at least 2 folds");
        return new DividedDataset(before, split(before, number ? Integer.parseInt(way.folds) : 0)).divide();
    }

    private Split split(Dataset before, int folds) {
        boolean folded = folds > 0 || way.leaveOut != null;
        SplitRule rule = SplitRule.parse(shares == null ? folded ? "100/0/0" : USUAL : shares);
        if (!(rule instanceof SplitRule.Fractions fractions)) {
            throw new ParameterException(spec.commandLine(), "A data set that is there is divided by percentages, such as " + USUAL);
        }
        refuse(folded && fractions.validation() > 0, "Folds take their validation samples out of the other folds: write 80/0/20");
        refuse(way.leaveOut != null && fractions.test() > 0, "--leave-out makes no test part: each site is held out in turn");
        Rule kind = folds > 0 ? Rule.FOLDS : way.leaveOut != null ? Rule.LEAVE_OUT : way.time != null ? Rule.TIME : Rule.PARTS;
        String column = way.leaveOut != null ? way.leaveOut : Objects.requireNonNullElse(way.time, "");
        boolean dealt = kind == Rule.PARTS || kind == Rule.FOLDS;
        refuse(!dealt && (stratify != null || seed != null), "--stratify and --seed are for what is dealt out");
        return new Split(kind, fractions.train(), fractions.validation(), fractions.test(), folds, repeats == null ? 1 : repeats, column,
                Objects.requireNonNullElse(by, ""), dealt ? strata(before) : List.of(), seed == null ? SEED : seed);
    }

    private List<String> strata(Dataset before) {
        return stratify != null ? stratify.stream().map(String::strip).filter(name -> !name.isEmpty()).toList()
                : before.columns(ColumnRole.LABEL).stream()
                        .filter(column -> column.type() == ColumnType.CATEGORY || !column.separator().isEmpty()).map(Column::name).toList();
    }

    private void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private void save(Dataset divided) {
        int openings = Openings.of(divided.folder()).all().size();
        DatasetJournal journal = new DatasetJournal(divided.folder());
        journal.requireWritable();
        new DatasetFiles().save(divided);
        JsonObject entry = SplitJson.of(divided.split().orElseThrow());
        entry.addProperty("user", System.getProperty("user.name", ""));
        journal.add("split", Instant.now(), entry);
        if (openings > 0) {
            context.console().note("warning: The test part that was there had been opened " + English.quantity(openings, "time")
                    + ": what was chosen by it may stand in the new one.");
        }
    }
}
