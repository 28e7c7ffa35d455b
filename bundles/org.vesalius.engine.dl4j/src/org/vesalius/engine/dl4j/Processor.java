// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The processor of this machine, as far as it matters to training.
 *
 * @param cores       number of logical processors this process may use
 * @param vectorUnits the widest vector instructions, e.g. {@code AVX2}, or the architecture where they are unknown
 */
record Processor(int cores, String vectorUnits) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** The processor of this machine. */
    static Processor ofThisMachine() {
        return new Processor(Runtime.getRuntime().availableProcessors(),
                vectorUnits(cpuInfo(), System.getProperty("os.arch")));
    }

    /** The processor as a user reads it. */
    String display() {
        return "CPU, " + cores + (cores == 1 ? " core, " : " cores, ") + vectorUnits;
    }

    /**
     * The widest vector instructions that the lines of {@code /proc/cpuinfo} list.
     *
     * @param cpuInfo      the lines; none on other systems
     * @param architecture what to say when they tell nothing
     */
    static String vectorUnits(List<String> cpuInfo, String architecture) {
        Set<String> flags = cpuInfo.stream().filter(line -> line.startsWith("flags")).findFirst()
                .map(line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+"))).orElse(Set.of());
        if (flags.contains("avx512f")) {
            return "AVX-512";
        }
        if (flags.contains("avx2")) {
            return "AVX2";
        }
        return flags.contains("avx") ? "AVX" : architecture;
    }

    private static List<String> cpuInfo() {
        try {
            return Files.exists(CPU_INFO) ? Files.readAllLines(CPU_INFO, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            // the name of the device only gets less exact
            return List.of();
        }
    }
}
