// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.Table;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.template.NetworkTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code network new}: a network from a template. */
@Command(name = "new", header = "Makes a network from a template.",
        description = {"", "Without --template it lists the templates.", ""},
        footer = {"", "Example:", "  vesalius network new --template resnet-50 --out chest.network"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Written.", "2:The command line is wrong.",
            "3:There is no such template, or the file exists."})
public final class NewNetworkCommand implements Callable<Integer> {

    private final CliContext context;
    private final NetworkTemplates templates = new NetworkTemplates();

    @Option(names = "--template", paramLabel = "ID", description = "The template.")
    private String template;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; <template>.network if not given.")
    private Path out;

    @Option(names = "--force", description = "Replace a file that exists.")
    private boolean force;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public NewNetworkCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        if (template == null) {
            list();
            return ExitCode.OK.number();
        }
        Network network = create();
        Path file = context.newOutput(out == null ? Path.of(template + "." + NetworkFiles.EXTENSION) : out, force);
        new NetworkFiles(context.experiments().layers()).save(network, file);
        context.console().line(output.json() ? JsonText.ofFile(file) : file.toString());
        return ExitCode.OK.number();
    }

    private void list() {
        if (output.json()) {
            JsonObject document = new JsonObject();
            templates.all().forEach(known -> document.addProperty(known.id(), known.title()));
            context.console().line(JsonText.of(document));
        } else {
            Table table = new Table("Template", "What it is");
            templates.all().forEach(known -> table.add(known.id(), known.title()));
            table.lines().forEach(context.console()::line);
        }
    }

    private Network create() {
        if (!templates.ids().contains(template)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no template '" + template + "'",
                    "Take one of: " + String.join(", ", templates.ids()));
        }
        return templates.create(template);
    }
}
