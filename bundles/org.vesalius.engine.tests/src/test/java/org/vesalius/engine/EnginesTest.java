// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;

class EnginesTest {

    private final ExecutionEngine engine = new OneDeviceEngine(Device.usable("cpu", "CPU, 2 cores"));
    private final Engines engines = new Engines(List.of(engine));

    @Test
    void findsAnEngineByItsId() {
        assertThat(engines.require("fake")).isSameAs(engine);
        assertThat(engines.find("torch")).isEmpty();
    }

    @Test
    void namesTheInstalledEnginesWhenOneIsMissing() {
        assertThatThrownBy(() -> engines.require("torch")).isInstanceOf(ReportedException.class)
                .hasMessageContaining("torch").extracting(e -> ((ReportedException) e).remedy()).asString()
                .contains("fake");
    }

    @Test
    void namesTheDevicesWhenOneIsMissing() {
        assertThatThrownBy(() -> engines.requireDevice(engine, "cuda:0")).isInstanceOf(ReportedException.class)
                .hasMessageContaining("cuda:0").extracting(e -> ((ReportedException) e).remedy()).asString()
                .contains("cpu");
    }

    @Test
    void givesTheReasonOfADeviceThatCannotBeUsed() {
        ExecutionEngine broken = new OneDeviceEngine(Device.unusable("cpu", "CPU", "no natives here"));

        assertThatThrownBy(() -> new Engines(List.of(broken)).requireDevice(broken, "cpu"))
                .hasMessageContaining("no natives here");
    }

    @Test
    void aDeviceThatCannotBeUsedMustSayWhy() {
        assertThatThrownBy(() -> Device.unusable("cpu", "CPU", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private record OneDeviceEngine(Device device) implements ExecutionEngine {

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public String name() {
            return "Fake";
        }

        @Override
        public List<Device> probe() {
            return List.of(device);
        }

        @Override
        public WorkerCommand worker(Device chosen, int threads) {
            return new WorkerCommand(Path.of("java"), List.of(), List.of(), Map.of());
        }
    }
}
