// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.diagram.render.PngImage;
import org.vesalius.network.diagram.render.SvgImage;
import org.vesalius.network.diagram.scene.Diagram;
import org.vesalius.network.diagram.scene.DiagramBuilder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network render}: the image of a network. */
@Command(name = "render", header = "Draws a network into a PNG or SVG file.",
        description = {"", "Shows what the canvas shows: layers where they stand, shapes on the connections, edges in "
                + "red or amber where there are problems.",
            ""},
        footer = {"", "Example:", "  vesalius network render chest.network --png chest.png --scale 2"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Written.", "2:The command line is wrong.",
            "3:The file can't be read, or the image would be too large.", "5:The image can't be written."})
public final class RenderCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "The .network file.")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(names = "--dark", description = "Colours for dark surfaces.")
    private boolean dark;

    @Option(names = "--scale", paramLabel = "FACTOR", defaultValue = "1",
            description = "Pixels for each unit of the canvas, for PNG (${DEFAULT-VALUE}).")
    private double scale;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** Where the image goes: one of two formats. */
    static final class Target {
        @Option(names = "--png", paramLabel = "FILE", required = true, description = "The PNG file to write.")
        private Path png;

        @Option(names = "--svg", paramLabel = "FILE", required = true, description = "The SVG file to write.")
        private Path svg;

        private Path file() {
            return png == null ? svg : png;
        }
    }

    /** The command in a context. */
    public RenderCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        Path image = context.output(target.file(), context.resolve(file));
        AnalysedFile analysed = AnalysedFile.of(context.resolve(file), context.experiments().layers());
        Diagram diagram = DiagramBuilder.of(analysed.network(), analysed.analysis());
        write(diagram, image);
        context.console().line(output.json() ? JsonText.ofFile(image) : image.toString());
        return ExitCode.OK.number();
    }

    private void write(Diagram diagram, Path image) {
        DiagramPalette palette = dark ? DiagramPalette.dark() : DiagramPalette.light();
        if (!(scale > 0 && scale <= 100)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "--scale must be above 0 and at most 100",
                    "Give 2 for an image twice as large");
        }
        try {
            new AtomicFile(image).write(out -> {
                if (target.png != null) {
                    new PngImage(palette, scale).write(diagram, out);
                } else {
                    new SvgImage(palette).write(diagram, out);
                }
            });
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The image can't be written", image,
                    "Check that the folder exists, may be written to and has room", e);
        }
    }
}
