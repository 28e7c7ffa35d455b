// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.worker.dl4j.Dl4jLibrary;
import org.vesalius.worker.library.WorkerInstallation;
import org.vesalius.worker.spi.LibraryContext;

/**
 * The peak of memory of a training, with the samples of the chest-phantom example once and eight times. What lies
 * in files that are mapped, the tensor cache, is left out: the system takes it back at any time.
 *
 * @param experiment the file of the experiment
 * @param folder a folder for data sets and runs
 * @param out where the report goes
 */
record TrainingMemory(Path experiment, Path folder, PrintStream out) {
    private static final int TIMES = 8;
    private static final long GLANCE_MILLISECONDS = 50;
    private static final long KILO = 1024;

    /** Trains the experiment in the folder named by the argument for an epoch, and prints the peak in MB. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Peak peak = new Peak();
        peak.start();
        Dl4jLibrary library = new Dl4jLibrary();
        Installation installed = new WorkerInstallation(TrainingMemory.class.getClassLoader(), fault -> {
            throw new IllegalStateException(fault.report(), fault.cause());
        }).read();
        LibraryContext context = new LibraryContext("cpu", Runtime.getRuntime().availableProcessors(), 1, installed.layers());
        library.warmUp(context);
        Path experiment = folder.resolve("chest-phantom.experiment");
        RunFolder run = new RunPreparation(ExperimentContext.of(installed), Clock.systemUTC()).prepare(experiment,
                RunOptions.none().withRuns(Files.createDirectories(folder.resolve("runs"))), Progress.none());
        try (TrainingData data = TrainingData.open(experiment, installed, folder.resolve("cache"), Short.MAX_VALUE);
                WorkerLoop worker = new WorkerLoop(data, library.build(data.loaded().network(),
                        data.loaded().experiment().getTraining(), context), run)) {
            worker.block();
            System.out.println(data.data().subsets().training().length + " training samples: " + peak.megabytes() + " MB");
        }
        System.exit(0);
    }

    /** Prints both. */
    void measure() throws IOException, InterruptedException {
        out.println("Peak of memory of a training; wanted: the same with eight times as many samples");
        for (int times : new int[] {1, TIMES}) {
            Path project = Files.createDirectories(folder.resolve(String.valueOf(times)));
            for (String file : new String[] {"chest-phantom.experiment", "reference-cnn.network"}) {
                Files.copy(experiment.resolveSibling(file), project.resolve(file));
            }
            new DatasetFiles().save(repeated(times, project.resolve("data")));
            out.println("  " + OwnProcess.of(TrainingMemory.class, project.toString()).with("-Xmx1g").result());
        }
    }

    private Dataset repeated(int times, Path target) {
        Dataset once = new DatasetFiles().load(experiment.resolveSibling("data"));
        List<String> names = once.columns().stream().map(Column::name).toList();
        SampleTable.Builder table = new SampleTable.Builder(names);
        for (int i = 0; i < times; i++) {
            for (Sample sample : once.samples()) {
                table.add(sample.id() + "-" + i, names.stream().map(sample::value).toList());
            }
        }
        return new Dataset(target, once.name(), target, once.columns(), table.build());
    }

    /** Looks again and again how much memory this process has that belongs to no file. */
    private static final class Peak extends Thread {
        private static final Path STATUS = Path.of("/proc/self/status");

        private volatile long kilobytes;

        Peak() {
            setDaemon(true);
        }

        @Override
        public void run() {
            while (Files.exists(STATUS)) {
                try {
                    kilobytes = Math.max(kilobytes, Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("RssAnon:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", ""))).findFirst().orElse(0));
                    TimeUnit.MILLISECONDS.sleep(GLANCE_MILLISECONDS);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        String megabytes() {
            return kilobytes == 0 ? "unknown" : String.valueOf(kilobytes / KILO);
        }
    }
}
