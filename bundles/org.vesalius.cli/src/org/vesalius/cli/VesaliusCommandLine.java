// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.vesalius.cli.command.ImportKindCommand;
import org.vesalius.cli.command.VesaliusCommand;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.dataset.importer.ImportKinds;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dicom.importer.DicomKind;
import picocli.CommandLine;

/** The command line: parses arguments, runs the command they name and answers its exit code. */
public final class VesaliusCommandLine {

    private final CliContext context;

    /** A command line over a context. */
    public VesaliusCommandLine(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * Runs a command.
     *
     * @return the number of an {@link ExitCode}
     */
    public int run(String... arguments) {
        ErrorPrinter errors = new ErrorPrinter(context.console(), context.log());
        CommandLine commandLine = new CommandLine(VesaliusCommand.class, new CommandFactory(context));
        addImports(commandLine.getSubcommands().get("dataset").getSubcommands().get("import"));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(context.console().outStream(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.console().errStream(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
        UserValues.register(commandLine);
        try {
            return commandLine.execute(arguments);
        } catch (VirtualMachineError | LinkageError e) {
            // no exception, so that the parser lets it through: out of memory, or a damaged installation
            return errors.print(Failure.unforeseen(e), e, new OutputOptions());
        }
    }

    private void addImports(CommandLine importCommand) {
        ColumnReaders readers = context.experiments().readers();
        for (ImportKind kind : new ImportKinds(readers).with(new DicomKind(readers)).all()) {
            importCommand.addSubcommand(kind.id(), new ImportKindCommand(context, kind).spec());
        }
    }
}
