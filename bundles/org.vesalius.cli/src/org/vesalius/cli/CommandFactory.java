// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.util.Map;
import java.util.function.Supplier;

import org.vesalius.cli.command.CheckCommand;
import org.vesalius.cli.command.DevicesCommand;
import org.vesalius.cli.command.EvaluateCommand;
import org.vesalius.cli.command.ImportImagesCommand;
import org.vesalius.cli.command.PredictCommand;
import org.vesalius.cli.command.ProductVersion;
import org.vesalius.cli.command.ResumeCommand;
import org.vesalius.cli.command.TrainCommand;
import org.vesalius.cli.context.CliContext;
import picocli.CommandLine.IFactory;
import picocli.CommandLine;

/** Makes the commands with what they work with. */
final class CommandFactory implements IFactory {

    private final Map<Class<?>, Supplier<?>> makers;
    private final IFactory fallback = CommandLine.defaultFactory();

    CommandFactory(CliContext context) {
        makers = Map.of(DevicesCommand.class, () -> new DevicesCommand(context),
                ImportImagesCommand.class, () -> new ImportImagesCommand(context),
                CheckCommand.class, () -> new CheckCommand(context),
                TrainCommand.class, () -> new TrainCommand(context),
                ResumeCommand.class, () -> new ResumeCommand(context),
                EvaluateCommand.class, () -> new EvaluateCommand(context),
                PredictCommand.class, () -> new PredictCommand(context),
                ProductVersion.class, () -> new ProductVersion(context.version()));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<?> maker = makers.get(type);
        return maker == null ? fallback.create(type) : type.cast(maker.get());
    }
}
