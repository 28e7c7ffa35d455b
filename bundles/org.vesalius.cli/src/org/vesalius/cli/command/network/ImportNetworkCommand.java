// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ExchangeText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedFiles;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.NetworkImporter;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.weights.WeightsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network import}: a network that another tool wrote. */
@Command(name = "import", header = "Makes a network of a Keras or ONNX model.",
        description = {"", "Writes FILE.network, and FILE.safetensors beside it where the model holds weights. The "
                + "report lists every layer as exact, approximated or unknown; an unknown one becomes a placeholder "
                + "that keeps its settings.",
            ""},
        footer = {"", "Examples:", "  vesalius network import model.h5",
            "  vesalius network import model.onnx --out chest.network"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Imported; the report says how exactly.", "2:The command line is wrong.",
            "3:The file can't be read, or the target exists.", "5:The network can't be written."})
public final class ImportNetworkCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "The model.")
    private Path file;

    @Option(names = "--weights", paramLabel = "FILE", description = "Weights that are kept in a file of their own.")
    private Path weights;

    @Option(names = "--out", paramLabel = "FILE", description = "The network to write; beside the model if not given.")
    private Path out;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public ImportNetworkCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path model = context.resolve(file);
        NetworkImporter importer = importerFor(Exchange.of(context.experiments().layers(), BlockSource.none()), model);
        Path named = out == null ? model.resolveSibling(stem(model) + "." + NetworkFiles.EXTENSION) : out;
        Path target = context.newOutput(named, force, inputs());
        ImportedNetwork imported = weights == null ? importer.load(model)
                : importer.load(model, context.resolve(weights));
        List<Path> written = write(imported, target);
        if (output.json()) {
            JsonObject document = ExchangeText.toJson(imported.report());
            document.add("files", JsonText.texts(written.stream().map(Path::toString).toList()));
            context.console().line(JsonText.of(document));
        } else {
            imported.report().text().lines().forEach(context.console()::line);
            written.forEach(path -> context.console().line(path.toString()));
        }
        tellUnknown(imported);
        return ExitCode.OK.number();
    }

    static NetworkImporter importerFor(Exchange exchange, Path model) {
        String ends = exchange.importers().stream().flatMap(known -> known.extensions().stream())
                .map(end -> "." + end).collect(Collectors.joining(", "));
        if (model.getFileName() == null || Files.isDirectory(model)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "This is a folder, no model", model,
                    "Give a file that ends with " + ends);
        }
        if (!Files.exists(model)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no such file", model, "Check the name");
        }
        return exchange.importerFor(model).orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                "This kind of file can't be imported", model, "Give a file that ends with " + ends));
    }

    private Path[] inputs() {
        return Stream.of(file, weights).filter(Objects::nonNull).map(context::resolve).toArray(Path[]::new);
    }

    private List<Path> write(ImportedNetwork imported, Path target) {
        WeightsFile weightsFile = WeightsFile.beside(target);
        if (imported.weights().isPresent()) {
            context.newOutput(weightsFile.path(), force, inputs());
        }
        DiagramLayout layout = new DiagramLayout(imported.network());
        layout.run(() -> false);
        layout.apply();
        return new ImportedFiles(context.experiments().layers()).write(imported, target);
    }

    private void tellUnknown(ImportedNetwork imported) {
        int unknown = imported.report().with(Fidelity.UNKNOWN).size();
        if (unknown > 0) {
            context.console().note("warning: " + (unknown == 1 ? "1 layer is" : unknown + " layers are")
                    + " not known here and became placeholders; replace them before training");
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
