// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that wants a device and, when it has it, keeps it; until it is told to end by the end of its input. */
final class DeviceUser implements AutoCloseable {
    private static final String TAKEN = "taken";

    private final Process process;
    private final BufferedReader lines;

    /** Starts one whose work has a name, which came at a time, in milliseconds of the epoch. */
    DeviceUser(Path locks, String device, String name, long arrival) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                DeviceUser.class.getName(), locks.toString(), device, name, Long.toString(arrival))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until it has the device. */
    void awaitDevice() throws IOException {
        String line = lines.readLine();
        while (!TAKEN.equals(line)) {
            assertThat(line).as("it ended without the device").isNotNull();
            line = lines.readLine();
        }
    }

    /** The next it says while it waits. */
    String saysNext() throws IOException {
        return lines.readLine();
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    /** Kills it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Tells it to end, and waits for that. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] words) throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        Thread listener = new Thread(() -> awaitEndOfInput(told));
        listener.setDaemon(true);
        listener.start();
        // a test that fails leaves nobody behind, and none waits for ever
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(() -> Runtime.getRuntime().halt(1));
        DeviceUse use = new DeviceUse("lungs", words[2], "ada", ProcessHandle.current().pid());
        DeviceQueue queue = new DeviceQueue(words[1], () -> pause(told), () -> told.getCount() == 0, System.out::println);
        try (DevicePlace place = new DevicePlace(Path.of(words[0]), words[1], use,
                Instant.ofEpochMilli(Long.parseLong(words[3])))) {
            if (queue.take(place)) {
                System.out.println(TAKEN);
                while (told.getCount() > 0) {
                    pause(told);
                }
            }
        }
    }

    private static void pause(CountDownLatch told) {
        try {
            told.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitEndOfInput(CountDownLatch told) {
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            told.countDown();
        }
    }
}
