// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.option.GivenPath;
import org.vesalius.cli.option.MovedData;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.experiment.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code resume}: goes on with a run that ended before its time. */
@Command(name = "resume", header = "Goes on with a run that ended before its time.",
        description = {"", "Takes a run that was stopped, failed or lost up again from its last checkpoint. It ends "
                + "with the same parameters, bit for bit, as a run that was never disturbed. Output and Ctrl-C are as "
                + "for train.",
            ""},
        footer = {"", "Example:", "  vesalius resume runs/20261123T184500Z_chest-phantom_42"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Trained.", "2:The command line is wrong.", "3:This is no run, or a complete one.",
            "4:Training failed or diverged, or its worker was lost for good.",
            "5:An engine, a device or disk space is missing.",
            "6:The run still goes on.", "130:Stopped by Ctrl-C, weights kept."})
public final class ResumeCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path run;

    @Mixin(name = MovedData.MIXIN)
    private MovedData data;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public ResumeCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() throws InterruptedException {
        RunFolder folder = new GivenPath(context.resolve(run)).run();
        data.apply(folder, context);
        return new RunFollower(context, output.json()).follow(context.runs().resume(folder)).number();
    }
}
