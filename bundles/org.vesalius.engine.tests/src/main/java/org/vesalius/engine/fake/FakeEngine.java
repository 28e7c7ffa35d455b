// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.fake;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.vesalius.engine.Device;
import org.vesalius.engine.ExecutionEngine;
import org.vesalius.engine.WorkerCommand;

/** An engine with a usable and a broken device, whose worker is a JVM on the class path of the test. */
public final class FakeEngine implements ExecutionEngine {

    /** The id of the engine. */
    public static final String ID = "fake";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Fake";
    }

    @Override
    public List<Device> probe() {
        return List.of(Device.usable("cpu", "CPU, 2 cores"),
                Device.unusable("gpu", "Old card", "compute capability 2.0 is too low"));
    }

    @Override
    public WorkerCommand worker(Device device, int threads) {
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of).toList();
        return new WorkerCommand(Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"), classPath,
                Map.of("FAKE_THREADS", Integer.toString(threads)));
    }
}
