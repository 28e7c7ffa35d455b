// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vesalius.engine.UserFolders;

class WorkerJvmTest {

    private static final long GIGABYTE = 1L << 30;

    private final UserFolders folders = new UserFolders(Map.of(), Path.of("/home/ada").toAbsolutePath(), "Linux");

    @Test
    void bindsHeapAndWholeProcessToThePhysicalMemory() {
        assertThat(jvm(16 * GIGABYTE).arguments()).contains("-Xmx4096m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=13926m");
    }

    @Test
    void keepsAHeapThatWorksOnASmallMachine() {
        assertThat(jvm(GIGABYTE / 2).arguments()).contains("-Xmx256m");
    }

    @Test
    void endsTheWorkerWhenItsHeapIsFull() {
        assertThat(jvm(GIGABYTE).arguments()).contains("-XX:+CrashOnOutOfMemoryError");
    }

    @Test
    void putsCachesAndLocksIntoTheUsersFolders() {
        Path cache = folders.cache();

        assertThat(jvm(GIGABYTE).arguments()).contains("-Dorg.bytedeco.javacpp.cachedir=" + cache.resolve("javacpp"),
                "-Dvesalius.cache=" + cache, "-Dvesalius.locks=" + cache.resolve("locks"));
    }

    @Test
    void leavesTheNumberOfThreadsToTheLibraryUnlessItIsGiven() {
        assertThat(jvm(GIGABYTE).environment(0)).isEmpty();
        assertThat(jvm(GIGABYTE).environment(3)).containsOnly(Map.entry("OMP_NUM_THREADS", "3"));
    }

    @Test
    void takesTheLauncherThatCtrlCOfAConsoleDoesNotReachOnWindows() {
        Path home = Path.of("jdk");

        assertThat(new WorkerJvm(home, folders, GIGABYTE, true).java()).isEqualTo(home.resolve("bin/javaw.exe"));
        assertThat(jvm(GIGABYTE).java()).isEqualTo(home.resolve("bin/java"));
    }

    @Test
    void knowsThePhysicalMemoryOfThisMachine() {
        assertThat(PhysicalMemory.bytes()).isPositive();
    }

    private WorkerJvm jvm(long memory) {
        return new WorkerJvm(Path.of("jdk"), folders, memory, false);
    }
}
