// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.ConsoleProgress;
import org.vesalius.cli.output.ImportReportText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.PreviewText;
import org.vesalius.core.io.OutputFolder;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.FirstReads;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code dataset import <kind>}: a data set of files of one kind, with the options that this kind names. */
public final class ImportKindCommand implements Callable<Integer> {

    private static final String OUT = "--out";
    private static final String NAME = "--name";
    private static final String PREVIEW = "--preview";

    private final CliContext context;
    private final ImportKind kind;
    private final OutputOptions output = new OutputOptions();
    private final CommandSpec spec;

    /** The command of a kind in a context. */
    public ImportKindCommand(CliContext context, ImportKind kind) {
        this.context = Objects.requireNonNull(context, "context");
        this.kind = Objects.requireNonNull(kind, "kind");
        spec = CommandSpec.wrapWithoutInspection(this);
    }

    /** The command as the parser takes it. */
    public CommandSpec spec() {
        describe();
        spec.addPositional(PositionalParamSpec.builder().paramLabel(kind.sources().label()).type(List.class)
                .auxiliaryTypes(Path.class).arity(kind.sources().several() ? "1..*" : "1").index(
                        kind.sources().several() ? "0..*" : "0")
                .description(escaped(kind.sources().description())).build());
        spec.addOption(OptionSpec.builder(OUT).paramLabel("DIR").type(Path.class)
                .description("The folder to write the data set to; needed unless --preview is given.").build());
        spec.addOption(OptionSpec.builder(NAME).paramLabel("NAME").type(String.class)
                .description("Name of the data set; that of --out if not given.").build());
        kind.options().forEach(option -> spec.addOption(option(option)));
        spec.addOption(OptionSpec.builder(PREVIEW).type(boolean.class)
                .description("Show what would be imported, and write nothing.").build());
        spec.addMixin(OutputOptions.MIXIN, CommandSpec.forAnnotatedObject(output));
        return spec;
    }

    private void describe() {
        spec.name(kind.id());
        List<String> footer = new ArrayList<>(List.of("", "Examples:"));
        kind.examples().forEach(example -> ("vesalius " + example).lines().forEach(line -> footer.add("  " + escaped(line))));
        spec.usageMessage().header(kind.header()).description("", escaped(kind.description()), "")
                .footer(footer.toArray(String[]::new)).exitCodeListHeading("%nExit codes:%n");
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "Imported.");
        codes.put("2", "The command line is wrong.");
        codes.put("3", "A file or an option can't be used.");
        codes.put("5", "The data set can't be written.");
        codes.put("6", "Another import into the same folder goes on.");
        codes.put("130", "Ended by Ctrl-C.");
        spec.usageMessage().exitCodeList(codes);
    }

    /** The parser takes a per cent sign for the beginning of a format. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static OptionSpec option(ImportOption option) {
        OptionSpec.Builder builder = OptionSpec.builder("--" + option.name());
        String fallback = option.fallback().isEmpty() ? "" : " Default: " + option.fallback() + ".";
        builder.description(escaped(option.description() + fallback));
        if (option.type() == ImportOption.Type.FLAG) {
            return builder.type(boolean.class).build();
        }
        Class<?> type = switch (option.type()) {
            case WHOLE -> Long.class;
            case PATHS -> Path.class;
            default -> String.class;
        };
        builder.paramLabel(option.label());
        return option.type().several() ? builder.type(List.class).auxiliaryTypes(type).build() : builder.type(type).build();
    }

    @Override
    public Integer call() {
        ConsoleProgress progress = new ConsoleProgress(context.console());
        try (Interrupts.Handle interrupts = context.interrupts().onInterrupt(progress::cancel)) {
            if (given(PREVIEW)) {
                preview(progress);
            } else {
                run(progress);
            }
        }
        return ExitCode.OK.number();
    }

    private void preview(Progress progress) {
        DatasetPreview preview = ImportRun.preview(kind.of(request(target())), progress);
        PreviewText text = new PreviewText(preview, new FirstReads(context.experiments().readers()).defects(preview, progress));
        print(text.toJson(), text.lines());
    }

    /** Where the data set would be. */
    private Path target() {
        Path out = spec.findOption(OUT).getValue();
        return context.resolve(out == null ? Path.of("preview") : out);
    }

    private void run(Progress progress) {
        if (!given(OUT)) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--out=DIR'");
        }
        Path out = target();
        new OutputFolder(out).requireWritable();
        DatasetImport files = kind.of(request(out));
        ImportReportText text = new ImportReportText(new ImportRun(files, out, context.experiments().readers()).run(progress));
        print(text.toJson(), text.lines());
    }

    private void print(JsonObject json, List<String> lines) {
        context.console().clearStatus();
        if (output.json()) {
            context.console().line(JsonText.of(json));
        } else {
            lines.forEach(context.console()::line);
        }
    }

    private ImportRequest request(Path out) {
        List<Path> sources = spec.positionalParameters().get(0).getValue();
        Map<String, List<String>> settings = new LinkedHashMap<>();
        kind.options().stream().filter(option -> given("--" + option.name()))
                .forEach(option -> settings.put(option.name(), values(option)));
        String name = given(NAME) ? spec.findOption(NAME).getValue() : Objects.toString(out.getFileName(), "");
        return new ImportRequest(sources.stream().map(context::resolve).toList(), out, name, settings);
    }

    private boolean given(String option) {
        Object value = spec.findOption(option).getValue();
        return value != null && !Boolean.FALSE.equals(value);
    }

    private List<String> values(ImportOption option) {
        Object value = spec.findOption("--" + option.name()).getValue();
        Stream<?> values = value instanceof List<?> several ? several.stream() : Stream.of(value);
        return values.map(one -> one instanceof Path path ? context.resolve(path).toString() : one.toString()).toList();
    }
}
