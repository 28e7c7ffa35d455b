// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.RunFolder;

/** Reports as HotSpot writes them: vmError.cpp of JDK 17, and of Windows as in its bug reports. */
class CrashReportTest {

    @TempDir
    Path folder;

    @Test
    void namesTheSignalThatCameFirst() throws IOException {
        report(4711, "#  SIGSEGV (0xb) at pc=0x00007f2c3c1a2b4c, pid=4711, tid=4712");

        WorkerLoss loss = WorkerLoss.of(new RunFolder(folder), 4711, OptionalInt.of(134));

        assertThat(loss.explanation()).contains("SIGSEGV", "hs_err_pid4711.log").doesNotContain("SIGABRT");
        assertThat(loss.passing()).isTrue();
    }

    @Test
    void knowsTheExceptionsOfWindows() throws IOException {
        report(4711, "#  EXCEPTION_ACCESS_VIOLATION (0xc0000005) at pc=0x00007ffd, pid=4711, tid=1");

        assertThat(WorkerLoss.of(new RunFolder(folder), 4711, OptionalInt.of(1)))
                .satisfies(loss -> assertThat(loss.explanation()).contains("EXCEPTION_ACCESS_VIOLATION"))
                .satisfies(loss -> assertThat(loss.passing()).isTrue());
    }

    @Test
    void tellsAShortageOfMemoryFromACrash() throws IOException {
        report(1, "#  Internal Error (debug.cpp:362), pid=1, tid=2",
                "#  fatal error: OutOfMemory encountered: Java heap space");
        report(2, "# There is insufficient memory for the Java Runtime Environment to continue.",
                "# Native memory allocation (mmap) failed to map 65536 bytes for committing reserved memory.",
                "#  Out of Memory Error (os_linux.cpp:2850), pid=2, tid=3");

        assertThat(WorkerLoss.of(new RunFolder(folder), 1, OptionalInt.of(134)).explanation()).contains("out of memory");
        assertThat(WorkerLoss.of(new RunFolder(folder), 2, OptionalInt.of(1)).explanation()).contains("out of memory");
    }

    @Test
    void takesTheReportOfNoOtherProcess() throws IOException {
        report(4711, "#  SIGSEGV (0xb) at pc=0x00007f2c3c1a2b4c, pid=815, tid=816");

        assertThat(WorkerLoss.of(new RunFolder(folder), 4711, OptionalInt.of(137)).explanation()).contains("SIGKILL");
        assertThat(WorkerLoss.of(new RunFolder(folder), 99, OptionalInt.of(137)).explanation()).contains("SIGKILL");
    }

    @Test
    void startsNoWorkerAgainThatChoseToEndOrWasTold() {
        for (int exitCode : new int[] {0, 2, 143, 130, 129}) {
            assertThat(loss(exitCode).restarts(true)).as("exit code " + exitCode).isFalse();
        }
        // 0xC0000005 and 0xC0000374: access violation and damaged heap on Windows
        for (int exitCode : new int[] {3, 132, 134, 135, 136, 137, 139, -1073741819, -1073740940}) {
            assertThat(loss(exitCode).restarts(false)).as("exit code " + exitCode).isTrue();
        }
    }

    /** Windows lets whoever ends a process choose its exit code, and most choose 1. */
    @Test
    void startsAWorkerAgainThatHadTheRunAndLeftNoReport() {
        for (int exitCode : new int[] {1, 9, 259}) {
            assertThat(loss(exitCode).restarts(true)).as("exit code " + exitCode).isTrue();
            assertThat(loss(exitCode).restarts(false)).as("exit code " + exitCode).isFalse();
        }
    }

    private WorkerLoss loss(int exitCode) {
        return WorkerLoss.of(new RunFolder(folder), 1, OptionalInt.of(exitCode));
    }

    private void report(long pid, String... lines) throws IOException {
        Files.writeString(folder.resolve("hs_err_pid" + pid + ".log"),
                "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n" + String.join("\n", lines)
                        + "\n#\n# JRE version: OpenJDK Runtime Environment (17.0.15+6)\n# Problematic frame:\n"
                        + "# C  [libnd4jcpu.so+0x1a2b4c]\n#\n" + "x".repeat(100_000));
    }
}
