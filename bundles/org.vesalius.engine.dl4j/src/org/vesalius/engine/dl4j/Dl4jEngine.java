// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.framework.FrameworkUtil;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.Device;
import org.vesalius.engine.ExecutionEngine;
import org.vesalius.engine.WorkerCommand;

/** Deeplearning4j 1.0.0-M2.1 on the processor, in a JVM of its own. */
public final class Dl4jEngine implements ExecutionEngine {

    /** The id of this engine, in experiments and in its contribution. */
    public static final String ID = "dl4j";

    /** The id of its one device. */
    public static final String CPU = "cpu";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Deeplearning4j";
    }

    @Override
    public List<Device> probe() {
        String processor = Processor.ofThisMachine().display();
        Optional<String> missing = libraries().missing();
        return List.of(missing.map(reason -> Device.unusable(CPU, processor, reason))
                .orElseGet(() -> Device.usable(CPU, processor)));
    }

    @Override
    public WorkerCommand worker(Device device, int threads) {
        Dl4jLibraries libraries = libraries();
        libraries.missing().ifPresent(reason -> {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The engine '" + ID + "' can't start: " + reason,
                    "Install the product for this platform again");
        });
        List<Path> classPath = new ArrayList<>(libraries.jars());
        WorkerJvm jvm = WorkerJvm.ofThisMachine();
        return new WorkerCommand(jvm.java(), jvm.arguments(), classPath, jvm.environment(threads));
    }

    private static Dl4jLibraries libraries() {
        return Dl4jLibraries.of(FrameworkUtil.getBundle(Dl4jEngine.class));
    }
}
