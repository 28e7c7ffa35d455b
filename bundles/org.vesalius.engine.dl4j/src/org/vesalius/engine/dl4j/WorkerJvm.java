// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.vesalius.engine.UserFolders;

/** How the JVM of a worker is set up for Deeplearning4j: memory, caches, threads. */
final class WorkerJvm {

    private static final long MEGABYTE = 1024 * 1024;
    // Arrays live outside the heap; it holds batches on their way, decoded images and bookkeeping.
    private static final double HEAP_SHARE = 0.25;
    // The rest is for the system, the page cache of the tensor cache, and the workbench.
    private static final double PROCESS_SHARE = 0.85;

    // Ten times the usual: the arithmetic is native code, and the second compiler takes a core from it while it starts.
    private static final List<String> LATE_OPTIMISATION = List.of("-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final Path javaHome;
    private final UserFolders folders;
    private final long memory;
    private final boolean windows;

    /**
     * A JVM.
     *
     * @param javaHome the Java installation
     * @param memory   physical memory in bytes that this process may use
     */
    WorkerJvm(Path javaHome, UserFolders folders, long memory, boolean windows) {
        this.javaHome = Objects.requireNonNull(javaHome, "javaHome");
        this.folders = Objects.requireNonNull(folders, "folders");
        this.memory = memory;
        this.windows = windows;
    }

    /** The JVM that runs this process, on this machine. */
    static WorkerJvm ofThisMachine() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new WorkerJvm(Path.of(System.getProperty("java.home")), UserFolders.ofThisUser(),
                PhysicalMemory.bytes(), windows);
    }

    /** The launcher; on Windows the one that opens no console, which Ctrl-C would reach. */
    Path java() {
        return javaHome.resolve("bin").resolve(windows ? "javaw.exe" : "java");
    }

    /** The options of the JVM. */
    List<String> arguments() {
        return Stream.concat(memoryAndFolders().stream(), LATE_OPTIMISATION.stream()).toList();
    }

    private List<String> memoryAndFolders() {
        return List.of("-Xmx" + megabytes(HEAP_SHARE) + "m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + megabytes(PROCESS_SHARE) + "m",
                // bounds what JavaCPP counts itself, which is not what ND4J allocates: the line above bounds all
                "-Dorg.bytedeco.javacpp.maxbytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + folders.cache().resolve("javacpp"),
                "-Dvesalius.cache=" + folders.cache(), "-Dvesalius.locks=" + folders.locks(),
                "-XX:+UseSerialGC",
                // A shortage must not be taken for something else by whoever catches it; the run is started again. An
                // exit would run the destructors of native code that still computes, and die of that instead.
                "-XX:+CrashOnOutOfMemoryError",
                "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
    }

    /** The variables of the environment: as many OpenMP threads as computing threads are wanted. */
    Map<String, String> environment(int threads) {
        return threads < 1 ? Map.of() : Map.of("OMP_NUM_THREADS", Integer.toString(threads));
    }

    private long megabytes(double share) {
        return Math.max(256, (long) (memory * share) / MEGABYTE);
    }
}
