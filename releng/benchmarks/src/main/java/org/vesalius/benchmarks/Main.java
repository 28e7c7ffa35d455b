// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.worker.dl4j.Dl4jLibrary;
import org.vesalius.worker.library.WorkerInstallation;
import org.vesalius.worker.spi.LibraryContext;

/** {@code Main <repository> <work folder> [rounds]}: measures everything and prints one report. */
public final class Main {

    private static final int BATCHES = 8;
    private static final int ROUNDS = 5;
    private static final int CHECKED_IMAGES = 100_000;

    private final Path repository;
    private final Path work;
    private final int rounds;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final PrintStream out = System.out;

    private Main(Path repository, Path work, int rounds) {
        this.repository = repository;
        this.work = work;
        this.rounds = rounds;
    }

    /** Measures, then ends the process, since native code leaves threads behind. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
        new Main(Path.of(arguments[0]), Path.of(arguments[1]), rounds).run();
        System.exit(0);
    }

    private void run() throws Exception {
        out.printf("Blocks in turns, %d of each; medians, spans in brackets. %d threads, Java %s.%n", rounds, threads,
                Runtime.version());
        Path experiment = repository.resolve("examples/chest-phantom/chest-phantom.experiment");
        Alternation alternation = new Alternation(rounds, out);
        training(experiment, alternation);
        out.println("Analysing a network after an edit; time is linear if both take as many layers a second");
        alternation.compare(new LayerAnalysis(5000), new LayerAnalysis(1000), "layers", 0.5);
        out.println("Decoding: 400 JPEG files of 256x256 to 128x128x3");
        alternation.measure(new Decoding(work.resolve("decoding"), false), "img");
        alternation.measure(new Decoding(work.resolve("decoding"), true), "img");
        importing(alternation);
        new Tables(work.resolve("table"), out).measure();
        new CheckedSet(work.resolve("checked"), CHECKED_IMAGES, out).measure();
        new NearHashes(CHECKED_IMAGES, out).measure();
        new TrainingMemory(experiment, work.resolve("memory"), out).measure();
        out.println("Waiting times through releng/vesalius");
        new Starts(repository, work, out).measure(experiment);
    }

    private void training(Path experiment, Alternation alternation) throws Exception {
        Dl4jLibrary library = new Dl4jLibrary();
        Installation installed = new WorkerInstallation(Main.class.getClassLoader(), fault -> {
            throw new IllegalStateException(fault.report(), fault.cause());
        }).read();
        LibraryContext context = new LibraryContext("cpu", threads, 1, installed.layers());
        library.warmUp(context);
        RunFolder run = new RunPreparation(ExperimentContext.of(installed), Clock.systemUTC()).prepare(experiment,
                RunOptions.none().withRuns(Files.createDirectories(work.resolve("runs"))), Progress.none());
        try (TrainingData data = TrainingData.open(experiment, installed, work.resolve("cache"), BATCHES);
                WorkerLoop worker = new WorkerLoop(data, library.build(data.loaded().network(),
                        data.loaded().experiment().getTraining(), context), run)) {
            BareLoop bare = new BareLoop(data);
            out.println("Training the CNN of the chest-phantom example, batch 32");
            alternation.compare(worker, bare, "img", 0.97);
            pyTorch(bare, alternation);
        }
    }

    private void importing(Alternation alternation) throws Exception {
        out.println("Importing 800 JPEG files of 224x224, and decoding and resizing them with Pillow in two processes");
        Importing importing = new Importing(work.resolve("importing"));
        try (PythonBlocks pillow = new PythonBlocks("Pillow", "two processes",
                repository.resolve("releng/benchmarks/reference_pillow.py"), 1, importing.images().toString(), "128")) {
            alternation.compare(importing, pillow, "img", 1.5);
        } catch (IOException e) {
            out.println("  not measured: Pillow is missing. On Debian: apt-get install python3-pil");
        }
    }

    private void pyTorch(BareLoop bare, Alternation alternation) throws Exception {
        out.println("The same CNN in DL4J and in PyTorch");
        try (PythonBlocks pyTorch = new PythonBlocks("PyTorch", "channels last",
                repository.resolve("releng/benchmarks/reference_cnn.py"), threads, Integer.toString(threads),
                Integer.toString(BATCHES))) {
            alternation.compare(bare, pyTorch, "img", 0.80);
        } catch (IOException e) {
            out.println("  not measured: PyTorch is missing. On Debian: apt-get install python3-torch libopenblas0-pthread");
        }
    }
}
