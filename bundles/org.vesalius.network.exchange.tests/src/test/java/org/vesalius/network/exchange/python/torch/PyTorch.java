// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.vesalius.worker.spi.Tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The PyTorch of this machine, in one process for many modules. */
final class PyTorch {
    /** Debian's own Python, for which python3-torch is made. */
    private static final String PYTHON = "/usr/bin/python3";
    private static final int MOST_MINUTES = 5;

    private PyTorch() {
    }

    /** Skips the test where there is no PyTorch. */
    static void demand() throws Exception {
        boolean there = Files.isExecutable(Path.of(PYTHON)) && run("", PYTHON, "-c", "import torch, numpy") == 0;
        assumeTrue(there, "there is no PyTorch for " + PYTHON + " (Debian: python3-torch)");
    }

    /** Runs the modules in these folders. */
    static void run(List<Path> places) throws Exception {
        String all = places.stream().map(Path::toString).collect(Collectors.joining("\n", "", "\n"));
        assertThat(run(all, PYTHON, "src/test/python/run_modules.py")).isZero();
    }

    static void write(Tensor tensor, Path place, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        Files.write(place.resolve(name + ".bin"), bytes.array());
        Files.writeString(place.resolve(name + ".txt"), Arrays.stream(tensor.shape()).mapToObj(String::valueOf)
                .collect(Collectors.joining(" ")));
    }

    static Tensor read(Path place, String name) throws IOException {
        int[] shape = Arrays.stream(Files.readString(place.resolve(name + ".txt")).split(" "))
                .mapToInt(Integer::parseInt).toArray();
        Tensor tensor = Tensor.zeros(shape);
        ByteBuffer.wrap(Files.readAllBytes(place.resolve(name + ".bin"))).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer().get(tensor.values());
        return tensor;
    }

    private static int run(String input, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            return process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
