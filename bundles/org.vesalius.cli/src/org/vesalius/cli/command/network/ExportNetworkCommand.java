// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
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
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.layer.LayerCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network export}: a network for another tool. */
@Command(name = "export", header = "Writes a network for another tool.",
        description = {"", "Takes a .network file, with the weights of the .safetensors file beside it where there is "
                + "one, or a run folder with the weights of its best model.",
            ""},
        footer = {"", "Examples:", "  vesalius network export chest.network --format keras-python --out chest.py",
            "  vesalius network export runs/20261123T184500Z_cxr_42 --format onnx --out chest.onnx"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Exported.", "2:The command line is wrong.",
            "3:The file can't be read, can't be written in this format, or the target exists.",
            "4:The worker gave no answer.", "5:The file can't be written."})
public final class ExportNetworkCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "SOURCE", description = "A .network file or a run folder.")
    private Path source;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", completionCandidates = Formats.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format;

    @Option(names = "--weights", paramLabel = "FILE", description = "The weights of a .network file.")
    private Path weights;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out;

    @Option(names = "--force", description = "Replace a file that exists.")
    private boolean force;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The formats, for the help. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Exchange.of(LayerCatalog.empty(), BlockSource.none()).exporters().stream().map(NetworkExporter::id).iterator();
        }
    }

    /** The command in a context. */
    public ExportNetworkCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path target = context.newOutput(out, force, inputs());
        ExportSource from = new ExportSource(context, context.resolve(source),
                Optional.ofNullable(weights).map(context::resolve));
        NetworkExporter exporter = exporter(Exchange.of(context.experiments().layers(), from.blocks()));
        print(exporter.write(from.network(), exporter.wantsWeights() ? from.learned() : Optional.empty(), target),
                target);
        return ExitCode.OK.number();
    }

    private Path[] inputs() {
        return Stream.of(source, weights).filter(Objects::nonNull).map(context::resolve).toArray(Path[]::new);
    }

    private NetworkExporter exporter(Exchange exchange) {
        return exchange.exporter(format).orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                "There is no format '" + format + "'", "Take one of: " + exchange.exporters().stream()
                        .map(NetworkExporter::id).collect(Collectors.joining(", "))));
    }

    private void print(ExchangeReport report, Path target) {
        if (output.json()) {
            JsonObject document = ExchangeText.toJson(report);
            document.addProperty("file", target.toString());
            context.console().line(JsonText.of(document));
        } else {
            report.remarkable().lines().forEach(context.console()::line);
            context.console().line(target.toString());
        }
    }
}
