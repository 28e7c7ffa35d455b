// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native memory is never read after it was given back, however busy the collector is. */
class MemoryStressTest {

    @TempDir
    Path folder;

    @Test
    void numbersStayWhatTheyAre() throws Exception {
        survives(120, 17, 120);
    }

    @Tag("nightly")
    @Test
    void aThousandRoundsOfUpToEightMillionNumbers() throws Exception {
        survives(1000, 23, 1800);
    }

    private void survives(int rounds, int largestPower, int seconds) throws Exception {
        Path log = folder.resolve("log");
        Process child = start(log, rounds, largestPower);
        boolean ended = child.waitFor(seconds, TimeUnit.SECONDS);
        child.destroyForcibly().waitFor();

        assertThat(ended).as("ended in time").isTrue();
        assertThat(Files.readString(log)).contains(rounds + " rounds, all numbers as they were");
        assertThat(child.exitValue()).isZero();
    }

    /** A small young generation collects often; glibc overwrites freed memory when it is told to. */
    private Process start(Path log, int rounds, int largestPower) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmn2m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-XX:-CreateCoredumpOnCrash", "-cp", System.getProperty("java.class.path"),
                MemoryStress.class.getName(), Integer.toString(rounds), Integer.toString(largestPower),
                folder.toString());
        builder.environment().put("MALLOC_PERTURB_", "170");
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

}
