// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.classpath;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.vesalius.engine.Device;
import org.vesalius.engine.ExecutionEngine;
import org.vesalius.engine.WorkerCommand;

/**
 * A library on the class path of the test, in real workers that end when their heap is full, as in the product.
 *
 * @param id     its name among the libraries
 * @param caches the folder of caches and locks
 * @param heap   MB of a worker
 */
public record ClassPathEngine(String id, Path caches, int heap) implements ExecutionEngine {

    @Override
    public String name() {
        return id;
    }

    @Override
    public List<Device> probe() {
        return List.of(Device.usable("cpu", "CPU"));
    }

    @Override
    public WorkerCommand worker(Device device, int threads) {
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of).toList();
        return new WorkerCommand(Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:+CrashOnOutOfMemoryError", "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true", "-Dvesalius.cache=" + caches, "-Dvesalius.locks=" + caches),
                classPath, Map.of("OMP_NUM_THREADS", Integer.toString(threads)));
    }
}
