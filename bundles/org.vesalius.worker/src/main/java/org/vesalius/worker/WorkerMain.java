// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Installation;
import org.vesalius.worker.control.MemoryShortage;
import org.vesalius.worker.control.Signals;
import org.vesalius.worker.library.Libraries;
import org.vesalius.worker.library.WorkerInstallation;
import org.vesalius.worker.run.Failure;
import org.vesalius.worker.run.WorkerContext;
import org.vesalius.worker.spi.NetworkLibrary;
import org.vesalius.worker.verb.Arguments;
import org.vesalius.worker.verb.ComputeVerb;
import org.vesalius.worker.verb.EvaluateVerb;
import org.vesalius.worker.verb.PredictVerb;
import org.vesalius.worker.verb.ProbeVerb;
import org.vesalius.worker.verb.ResultOutput;
import org.vesalius.worker.verb.TrainVerb;
import org.vesalius.worker.verb.UsageException;
import org.vesalius.worker.verb.Verb;
import org.vesalius.worker.verb.WeightsVerb;

/**
 * The worker: {@code train <run>}, {@code evaluate <run> [--subset P]}, {@code predict <run> --out F} with the images
 * on standard input, {@code weights <run> --out F}, {@code compute} with a question about a network on standard
 * input, and {@code probe}, each with {@code --result FILE} for its result as JSON
 * (otherwise on standard output), and {@code --waiting FILE}, which is there while it waits for its device and
 * says for whom. The log goes to standard error.
 *
 * <p>Exit codes: 0 done ({@code train}: any orderly end); 1 failed, and the run record or the result says why; 2 wrong
 * usage; 3 out of memory: {@code train} then leaves a live run without a worker, as a crash does.
 */
public final class WorkerMain {
    private static final Logger LOG = LoggerFactory.getLogger("worker");
    private static final String PROBE = "probe";
    private static final String USAGE = "worker (train <run> | evaluate <run> [--subset P] | predict <run> --out F "
            + "< LIST | weights <run> --out F | compute < QUESTION | probe) [--result FILE] [--waiting FILE]";

    private final WorkerContext context;
    private final InputStream in;
    private final PrintStream out;
    private final Consumer<Runnable> signals;

    /**
     * @param context what the worker works with
     * @param in standard input
     * @param out standard output
     * @param signals is given what to do when the operating system wants the process to end
     */
    public WorkerMain(WorkerContext context, InputStream in, PrintStream out, Consumer<Runnable> signals) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.signals = signals;
    }

    /** Runs the worker and ends the process. */
    public static void main(String[] arguments) {
        try {
            // exit, since libraries may leave threads behind
            System.exit(new WorkerMain(context(arguments), System.in, System.out, Signals::install).run(arguments));
        } catch (OutOfMemoryError e) {
            // not even enough to say so
            Runtime.getRuntime().halt(Verb.OUT_OF_MEMORY);
        }
    }

    private static WorkerContext context(String... arguments) {
        Libraries libraries = Libraries.installed();
        if (arguments.length > 0 && !arguments[0].equals(PROBE)) {
            libraries.all().forEach(NetworkLibrary::preload);
        }
        Installation installation = new WorkerInstallation(WorkerMain.class.getClassLoader(),
                fault -> LOG.error("{}", fault.report(), LoggedFailure.of(fault.cause()))).read();
        return WorkerContext.of(installation, libraries);
    }

    /**
     * Runs the worker.
     *
     * @return the exit code
     */
    public int run(String... words) {
        try {
            Arguments arguments = Arguments.of(Arrays.asList(words).subList(Math.min(1, words.length), words.length));
            ResultOutput result = new ResultOutput(arguments.option("--result").map(Path::of),
                    arguments.option("--waiting").map(Path::of), out);
            return run(verb(words.length == 0 ? "" : words[0], result), arguments, result);
        } catch (UsageException e) {
            LOG.error("{}; usage: {}", e.getMessage(), USAGE);
            return Verb.USAGE;
        }
    }

    private Verb verb(String name, ResultOutput result) {
        Map<String, Supplier<Verb>> verbs = Map.of("train", () -> new TrainVerb(context, signals), "evaluate",
                () -> new EvaluateVerb(context, result), "predict", () -> new PredictVerb(context, in, result), "weights",
                () -> new WeightsVerb(context, result), "compute", () -> new ComputeVerb(context, in, result), PROBE,
                () -> new ProbeVerb(context, result));
        Supplier<Verb> verb = verbs.get(name);
        if (verb == null) {
            throw new UsageException("there is no verb '" + name + "' among " + List.copyOf(verbs.keySet()));
        }
        return verb.get();
    }

    private static int run(Verb verb, Arguments arguments, ResultOutput result) {
        try {
            return verb.run(arguments);
        } catch (UsageException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            tell(reported(e, !arguments.words().isEmpty()), result);
            return MemoryShortage.isBehind(e) ? Verb.OUT_OF_MEMORY : Verb.FAILED;
        }
    }

    private static ReportedException reported(Throwable thrown, boolean run) {
        return thrown instanceof ReportedException reported && !MemoryShortage.isBehind(thrown) ? reported
                : new ReportedException(ErrorKind.ENVIRONMENT, Failure.ofQuestion(thrown, run).message(), "", thrown);
    }

    private static void tell(ReportedException error, ResultOutput result) {
        LOG.error("{} {}", error.getMessage(), error.remedy(), LoggedFailure.of(error.getCause()));
        try {
            result.write(error);
        } catch (IOException e) {
            LOG.error("the result can't be written", LoggedFailure.of(e));
        }
    }
}
