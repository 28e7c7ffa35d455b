// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * How long people wait after a command, through the built product: for the first training step, and for the window.
 *
 * @param repository the root of the repository
 * @param folder a folder for runs and logs
 * @param out where the report goes
 */
record Starts(Path repository, Path folder, PrintStream out) {

    private static final double TARGET_SECONDS = 6;
    private static final int ROUNDS = 3;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final long GLANCE_MILLISECONDS = 20;

    /** Measures both, or says why not. */
    void measure(Path experiment) throws IOException, InterruptedException {
        List<String> product = List.of(repository.resolve("releng/vesalius").toString());
        if (!Files.isExecutable(Path.of(product.get(0))) || run(product, "--version").waitFor() != 0) {
            out.println("  not measured: the product can't be built or started (releng/vesalius --version)");
            return;
        }
        for (int i = 0; i < ROUNDS; i++) {
            Path runs = folder.resolve("runs-" + i);
            Process process = run(product, "train", experiment.toString(), "--epochs", "1", "--runs", runs.toString());
            report("first training step after 'train'", () -> hasBatch(runs), process);
        }
        if (System.getenv("DISPLAY") == null || !isInstalled("xdotool")) {
            out.println("  start of the window: not measured, it needs a display and xdotool (try xvfb-run)");
            return;
        }
        if (hasWindow()) {
            out.println("  start of the window: not measured, a window of Vesalius is open already");
            return;
        }
        // The first one makes the workspace; the target is for those after it.
        for (int i = 0; i <= ROUNDS; i++) {
            Process process = run(product, "-data", folder.resolve("workspace").toString());
            report(i == 0 ? "window after start, new workspace" : "window after start", Starts::hasWindow, process);
            await(() -> !hasWindow(), () -> true);
        }
    }

    private void report(String what, BooleanSupplier happened, Process process)
            throws InterruptedException {
        long start = System.nanoTime();
        await(happened, process::isAlive);
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        boolean came = happened.getAsBoolean();
        end(process);
        out.printf(Locale.ROOT, "  %-44s %8.1f s, target at most %.0f s: %s%n", what, seconds, TARGET_SECONDS,
                came ? seconds <= TARGET_SECONDS ? "reached" : "MISSED" : "did not come");
    }

    private static void await(BooleanSupplier happened, BooleanSupplier mayStill) throws InterruptedException {
        long start = System.nanoTime();
        while (!happened.getAsBoolean() && System.nanoTime() - start < PATIENCE && mayStill.getAsBoolean()) {
            // The event has no one to tell of it: it shows in a file or on the screen.
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLISECONDS);
        }
    }

    /** Ends the process and all it started, so that the next round starts from nothing. */
    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(handle -> handle.onExit().join());
    }

    private Process run(List<String> product, String... arguments) throws IOException {
        List<String> command = Stream.concat(product.stream(), Stream.of(arguments)).toList();
        File log = folder.resolve("starts.log").toFile();
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    }

    private static boolean hasBatch(Path runs) {
        if (!Files.isDirectory(runs)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(runs, 2)) {
            Optional<Path> events = files.filter(file -> file.endsWith("events.jsonl")).findFirst();
            return events.isPresent() && Files.readString(events.get()).contains("\"event\":\"batch\"");
        } catch (IOException e) {
            // being written just now: look again
            return false;
        }
    }

    private static boolean hasWindow() {
        return succeeds("xdotool", "search", "--onlyvisible", "--name", "Vesalius");
    }

    private static boolean isInstalled(String tool) {
        return succeeds("which", tool);
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
