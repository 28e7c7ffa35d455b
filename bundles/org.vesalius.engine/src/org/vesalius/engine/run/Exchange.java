// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a worker leaves the answer to a question: a folder of its own that only this user may enter. Folder and worker go
 * with this process, also when a signal ends it; the answer names no patient, for the day that the process is killed.
 */
final class Exchange implements AutoCloseable {
    private static final long SECONDS_TO_END = 5;
    private static final int MOST_BYTES = 4096;

    private final Path folder;
    private final Thread atExit = new Thread(this::abandon, "vesalius-exchange");
    private volatile Process worker;
    private volatile boolean abandoned;

    private Exchange(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * A new exchange.
     *
     * @throws IOException when the folder for temporary files can't be written
     */
    static Exchange about(String verb) throws IOException {
        Exchange exchange = new Exchange(Files.createTempDirectory("vesalius-" + verb));
        Runtime.getRuntime().addShutdownHook(exchange.atExit);
        return exchange;
    }

    /** Where the worker leaves its answer. */
    Path result() {
        return folder.resolve("result.json");
    }

    /** The options that tell a worker where to leave both. */
    List<String> options() {
        return List.of("--result", result().toString(), "--waiting", waiting().toString());
    }

    /** What the worker waits for, in the user's words; empty when it waits for nothing. */
    String whatIsWaitedFor() {
        try (InputStream in = Files.newInputStream(waiting())) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            // most often there is none
            return "";
        }
    }

    private Path waiting() {
        return folder.resolve("waiting.txt");
    }

    /** The folder itself. */
    Path folder() {
        return folder;
    }

    /** Where a worker writes its log that has no run to write it to. */
    Path log() {
        return folder.resolve("log.txt");
    }

    /** Names the process that is to answer. */
    void answeredBy(Process process) {
        worker = process;
    }

    /** Removes the files, half an answer of a worker that died included. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this process is ending, and removes them at its end
            return;
        }
        remove();
    }

    /** Whether this process is ending, so that it ended the worker itself. */
    boolean abandoned() {
        return abandoned;
    }

    private void abandon() {
        abandoned = true;
        try {
            Process asked = worker;
            if (asked != null) {
                asked.destroyForcibly().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            }
            remove();
        } catch (IOException e) {
            // nobody is left to be told; the folder holds no names
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
