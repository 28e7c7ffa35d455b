// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.ImportReportText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.OutputFolder;
import org.vesalius.dataset.importer.ImageFolderImport;
import org.vesalius.dataset.importer.ImageFolderOptions;
import org.vesalius.dataset.importer.ImportReport;
import org.vesalius.dataset.importer.SplitRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dataset import images}: a data set of a folder of images. */
@Command(name = "images", header = "Makes a data set of a folder of images.",
        description = {"", "The images of each category lie in a folder named after it; with --split folders these "
                + "lie in the folders train, test and, if there is one, validation. The images stay where they are. "
                + "Each is decoded once; those that can't be read are listed, and so is all that is passed over.",
            ""},
        footer = {"", "Examples:",
            "  vesalius dataset import images scans --out scans-dataset --split 70/15/15",
            "  vesalius dataset import images cxr --out cxr-dataset --split folders \\",
            "      --patient '(train|test)/[^/]+/(person\\d+|(?:NORMAL2-)?IM-\\d+)'"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Imported.", "2:The command line is wrong.", "3:The folder or an option can't be used.",
            "5:The data set can't be written.", "130:Ended by Ctrl-C."})
public final class ImportImagesCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "FOLDER", description = "The folder of images.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write the data set to.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the data set; that of --out if not given.")
    private String name;

    @Option(names = "--patient", paramLabel = "REGEX", description = "Finds the patient in the path of an image "
            + "relative to FOLDER; its groups together, or the whole match, are the patient. Images of a patient "
            + "never come into different subsets.")
    private String patient;

    @Option(names = "--split", paramLabel = "RULE", defaultValue = "70/15/15", description = "'folders', or the "
            + "percentages of train, validation and test, dealt out patient by patient with the same share of each "
            + "category. With 'folders' and no validation folder, 15 %% of train become validation. "
            + "Default: ${DEFAULT-VALUE}.")
    private String split;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42",
            description = "Another seed deals samples out differently. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--join-categories", description = "Makes one category of those that differ only in upper and "
            + "lower case or in how accents are written.")
    private boolean joinCategories;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public ImportImagesCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        ConsoleProgress progress = new ConsoleProgress(context.console());
        try (Interrupts.Handle interrupts = context.interrupts().onInterrupt(progress::cancel)) {
            ImportReport report = new ImageFolderImport(context.experiments().readers(), options()).run(progress);
            context.console().clearStatus();
            print(new ImportReportText(report));
        }
        return ExitCode.OK.number();
    }

    private void print(ImportReportText text) {
        if (output.json()) {
            context.console().line(JsonText.of(text.toJson()));
        } else {
            text.lines().forEach(context.console()::line);
        }
    }

    private ImageFolderOptions options() {
        Path target = context.resolve(out);
        new OutputFolder(target).requireWritable();
        String called = name == null ? Objects.toString(target.getFileName(), "") : name;
        return new ImageFolderOptions(context.resolve(folder), target, called, Optional.ofNullable(patient)
                .map(ImportImagesCommand::pattern), SplitRule.parse(split), seed, joinCategories);
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The patient pattern is no regular expression: " + e.getDescription(), null,
                    "Look at position " + e.getIndex() + " of " + regex, e);
        }
    }
}
