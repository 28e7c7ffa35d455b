// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.DeidentificationText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.deidentify.Deidentification;
import org.vesalius.dataset.deidentify.DeidentificationReport;
import org.vesalius.dataset.deidentify.FileCleaner;
import org.vesalius.dataset.deidentify.KeyChoice;
import org.vesalius.dataset.deidentify.NiftiCleaner;
import org.vesalius.dataset.deidentify.TableCleaner;
import org.vesalius.dataset.deidentify.TableRole;
import org.vesalius.dicom.deidentify.DicomCleaner;
import org.vesalius.dicom.deidentify.ProfileOption;
import org.vesalius.dicom.pixel.BlankArea;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dataset deidentify}: copies that no longer tell who the patients are. */
@Command(name = "deidentify", header = "Makes copies that no longer tell who the patients are.",
        description = {"", "Takes DICOM and NIfTI files in a folder at any depth, or a single file, or a table as CSV. DICOM files "
                + "are treated by the Basic Application Level Confidentiality Profile of the standard (PS3.15, annex E) and the "
                + "options of it that are chosen; identifiers are replaced alike in all files, in sequences and file names too. "
                + "The originals are only read. The folder of the copies appears when all is done, with a report that names no "
                + "original; a file that can't be de-identified is left out as a whole, and listed.",
            "", "Text that is burned into pixels is not found: look at the pictures, and blank it with --blank. Faces in volumes of "
                    + "heads stay. Descriptions that stay by an option lose what the header of their file tells, and no more.",
            ""},
        footer = {"", "Examples:", "  vesalius dataset deidentify hospital --out clean --dry-run",
            "  vesalius dataset deidentify hospital --out clean --option shifted-dates --option patient --key ../project.key",
            "  vesalius dataset deidentify ultrasound --out clean --blank 1024x768:0,0,1024,60",
            "  vesalius dataset deidentify records.csv --out clean --role pid=patient --role seen=time --role remarks=text"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:De-identified, apart from the files that are listed.", "2:The command line is wrong.",
            "3:Nothing can be de-identified, or an option can't be used.", "5:The copies can't be written.",
            "6:Another de-identification into the same folder goes on.", "130:Ended by Ctrl-C; nothing was written."})
public final class DeidentifyCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "SOURCE", description = "A folder of DICOM and NIfTI files, or a single file of these or a table as CSV.")
    private Path source;

    @Option(names = "--out", paramLabel = "FOLDER", required = true,
            description = "The folder to write the copies to; it isn't there yet.")
    private Path out;

    @Option(names = "--option", paramLabel = "NAME", description = "An option of the profile for DICOM files; may be given several times: "
            + "safe-private (numbers in private elements stay), uids, device, institution, patient (sex, age, size, weight and the like), "
            + "full-dates (these stay), shifted-dates (put back, alike for all of a patient), descriptors, structured-content, graphics (these "
            + "stay without the names, identifiers and dates that the header tells).")
    private List<String> options = new ArrayList<>();

    @Option(names = "--blank", paramLabel = "RECTANGLE", description = "A rectangle to make blank in the pixels of DICOM files: "
            + "left,top,width,height, for pictures of one size alone with COLUMNSxROWS: before it. Compressed pixels are written "
            + "uncompressed then. May be given several times.")
    private List<String> areas = new ArrayList<>();

    @Option(names = "--role", paramLabel = "COLUMN=ROLE", description = "What a column of a table is: patient, study or id (replaced by "
            + "pseudonyms), time (dates are put back), name or text (left out), keep. Without it, this is found out from headings and values.")
    private Map<String, String> roles = Map.of();

    @Option(names = "--key", paramLabel = "FILE", description = "The file of the project's key: written if it isn't there yet, used "
            + "if it is, so that further files get the same pseudonyms. Whoever has it and the originals can tell who a patient is. "
            + "Without it the key is forgotten.")
    private Path key;

    @Option(names = "--dry-run", description = "Show what would be done to which attribute, and write nothing.")
    private boolean dryRun;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public DeidentifyCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path from = context.resolve(source);
        Path to = context.resolve(out);
        if (!roles.isEmpty() && Files.isDirectory(from)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "--role is for a table, and this is a folder.", from,
                    "Name the table itself, or leave --role out.");
        }
        KeyChoice choice = KeyChoice.of(Optional.ofNullable(key).map(context::resolve));
        Deidentification work = new Deidentification(from, to, cleaners(choice, Files.isRegularFile(from)), choice);
        ConsoleProgress progress = new ConsoleProgress(context.console());
        try (Interrupts.Handle interrupts = context.interrupts().onInterrupt(progress::cancel)) {
            DeidentificationReport report = dryRun ? work.look(progress) : work.run(progress);
            context.console().clearStatus();
            print(new DeidentificationText(report, to, dryRun));
        }
        return ExitCode.OK.number();
    }

    private List<FileCleaner> cleaners(KeyChoice choice, boolean single) {
        Set<ProfileOption> chosen = EnumSet.noneOf(ProfileOption.class);
        options.forEach(option -> chosen.add(ProfileOption.of(option)));
        return List.of(new DicomCleaner(choice.key(), chosen, areas.stream().map(BlankArea::of).toList()),
                new NiftiCleaner(choice.key()), new TableCleaner(choice.key(), TableRole.of(roles), single));
    }

    private void print(DeidentificationText text) {
        if (output.json()) {
            context.console().line(JsonText.of(text.toJson()));
        } else {
            text.lines().forEach(context.console()::line);
        }
    }
}
