// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.util.Map;
import java.util.function.Supplier;

import org.vesalius.cli.command.CheckCommand;
import org.vesalius.cli.command.DeidentifyCommand;
import org.vesalius.cli.command.DevicesCommand;
import org.vesalius.cli.command.EvaluateCommand;
import org.vesalius.cli.command.NewExperimentCommand;
import org.vesalius.cli.command.PredictCommand;
import org.vesalius.cli.command.ProductVersion;
import org.vesalius.cli.command.ResumeCommand;
import org.vesalius.cli.command.SplitCommand;
import org.vesalius.cli.command.TrainCommand;
import org.vesalius.cli.command.network.DiffCommand;
import org.vesalius.cli.command.network.ExportNetworkCommand;
import org.vesalius.cli.command.network.ImportNetworkCommand;
import org.vesalius.cli.command.network.LayoutCommand;
import org.vesalius.cli.command.network.MergeCommand;
import org.vesalius.cli.command.network.NewNetworkCommand;
import org.vesalius.cli.command.network.PredictNetworkCommand;
import org.vesalius.cli.command.network.RenderCommand;
import org.vesalius.cli.command.network.SummaryCommand;
import org.vesalius.cli.context.CliContext;
import picocli.CommandLine.IFactory;
import picocli.CommandLine;

/** Makes the commands with what they work with. */
final class CommandFactory implements IFactory {

    private final Map<Class<?>, Supplier<?>> makers;
    private final IFactory fallback = CommandLine.defaultFactory();

    CommandFactory(CliContext context) {
        makers = Map.ofEntries(maker(DevicesCommand.class, () -> new DevicesCommand(context)),
                maker(DeidentifyCommand.class, () -> new DeidentifyCommand(context)),
                maker(CheckCommand.class, () -> new CheckCommand(context)),
                maker(SplitCommand.class, () -> new SplitCommand(context)),
                maker(NewExperimentCommand.class, () -> new NewExperimentCommand(context)),
                maker(TrainCommand.class, () -> new TrainCommand(context)),
                maker(ResumeCommand.class, () -> new ResumeCommand(context)),
                maker(EvaluateCommand.class, () -> new EvaluateCommand(context)),
                maker(PredictCommand.class, () -> new PredictCommand(context)),
                maker(NewNetworkCommand.class, () -> new NewNetworkCommand(context)),
                maker(SummaryCommand.class, () -> new SummaryCommand(context)),
                maker(ImportNetworkCommand.class, () -> new ImportNetworkCommand(context)),
                maker(ExportNetworkCommand.class, () -> new ExportNetworkCommand(context)),
                maker(PredictNetworkCommand.class, () -> new PredictNetworkCommand(context)),
                maker(DiffCommand.class, () -> new DiffCommand(context)),
                maker(MergeCommand.class, () -> new MergeCommand(context)),
                maker(LayoutCommand.class, () -> new LayoutCommand(context)),
                maker(RenderCommand.class, () -> new RenderCommand(context)),
                maker(ProductVersion.class, () -> new ProductVersion(context.version())));
    }

    private static <T> Map.Entry<Class<?>, Supplier<?>> maker(Class<T> type, Supplier<T> supplier) {
        return Map.entry(type, supplier);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<?> maker = makers.get(type);
        return maker == null ? fallback.create(type) : type.cast(maker.get());
    }
}
