// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** The engines of this installation, in the order of their contribution. Immutable. */
public final class Engines {

    private final List<ExecutionEngine> engines;

    /** Takes engines whose ids differ; {@code EngineRegistry} makes this from the extension registry. */
    public Engines(List<ExecutionEngine> engines) {
        this.engines = List.copyOf(engines);
    }

    /** All engines. */
    public List<ExecutionEngine> all() {
        return engines;
    }

    /** The engine with an id, if it is installed. */
    public Optional<ExecutionEngine> find(String id) {
        return engines.stream().filter(engine -> engine.id().equals(id)).findFirst();
    }

    /**
     * The engine with an id.
     *
     * @throws ReportedException naming the engines that are installed when there is none with this id
     */
    public ExecutionEngine require(String id) {
        return find(id).orElseThrow(() -> new ReportedException(ErrorKind.ENVIRONMENT,
                "The engine '" + id + "' is not installed", "Use one of: " + ids()));
    }

    /**
     * A device of an engine that can be used now.
     *
     * @throws ReportedException when the engine has no such device, or with the device's own reason when it can't be
     *                           used
     */
    public Device requireDevice(ExecutionEngine engine, String deviceId) {
        List<Device> devices = engine.probe();
        Device device = devices.stream().filter(d -> d.id().equals(deviceId)).findFirst()
                .orElseThrow(() -> unknownDevice(engine, deviceId, devices));
        if (!device.usable()) {
            throw new ReportedException(ErrorKind.ENVIRONMENT,
                    "The device '" + deviceId + "' (" + device.name() + ") can't be used: " + device.reason(),
                    "Choose another device; `vesalius devices` lists them");
        }
        return device;
    }

    private static ReportedException unknownDevice(ExecutionEngine engine, String deviceId, List<Device> devices) {
        String known = devices.stream().map(Device::id).collect(Collectors.joining(", "));
        return new ReportedException(ErrorKind.ENVIRONMENT,
                "The engine '" + engine.id() + "' has no device '" + deviceId + "'", "Use one of: " + known);
    }

    private String ids() {
        return engines.isEmpty() ? "none is installed"
                : engines.stream().map(ExecutionEngine::id).collect(Collectors.joining(", "));
    }
}
