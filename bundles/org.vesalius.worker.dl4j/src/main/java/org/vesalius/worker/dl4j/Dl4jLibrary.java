// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.Network;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;
import org.vesalius.worker.dl4j.runtime.NativeRuntime;
import org.vesalius.worker.dl4j.runtime.WarmUp;
import org.vesalius.worker.spi.DeviceReport;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.NetworkLibrary;
import org.vesalius.worker.spi.TrainableNetwork;

/** Eclipse Deeplearning4j on the CPU, for the engine {@code dl4j}. */
public final class Dl4jLibrary implements NetworkLibrary {

    private static final String CPU = "cpu";

    private final Supplier<LayerTranslators> translators;

    /** ND4J tells why it can't be loaded the first time only, so this is asked before it is used. */
    private CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);

    /** The library of the service loader, with the translators on its class path. */
    public Dl4jLibrary() {
        this(() -> LayerTranslators.installed(Dl4jLibrary.class.getClassLoader()));
    }

    /** @param translators asked for when a network is built: the classes they bring take long to load */
    public Dl4jLibrary(Supplier<LayerTranslators> translators) {
        this.translators = Objects.requireNonNull(translators, "translators");
    }

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public void preload() {
        loading = CompletableFuture.runAsync(NativeRuntime::load, work -> {
            Thread thread = new Thread(work, "native code");
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Override
    public void warmUp(LibraryContext context) {
        try {
            loading.join();
            NativeRuntime.start(context.threads());
            new WarmUp(this, context.layers()).run();
        } catch (CompletionException | LinkageError e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "DL4J's native code does not load on this machine.",
                    "It needs a 64-bit processor with AVX2 and, on Linux, glibc 2.17 or newer; the log has details.",
                    e);
        }
    }

    @Override
    public Map<String, String> versions() {
        return NativeRuntime.versions();
    }

    @Override
    public List<DeviceReport> devices() {
        return List.of(new DeviceReport(CPU, "CPU, " + Runtime.getRuntime().availableProcessors() + " threads", true,
                ""));
    }

    @Override
    public TrainableNetwork build(Network network, TrainingSettings settings, LibraryContext context) {
        if (!CPU.equals(context.device())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The DL4J engine has no device '" + context.device() + "'.", "Choose the device cpu.");
        }
        NativeRuntime.setThreads(context.threads());
        GraphFactory factory = new GraphFactory(context.layers(), translators.get(), NumericPath.FAST);
        return new Dl4jNetwork(factory.build(network, settings.getOptimizer(), context.seed()), context.seed());
    }
}
