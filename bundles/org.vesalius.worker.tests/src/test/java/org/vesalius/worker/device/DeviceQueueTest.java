// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that want one device. */
class DeviceQueueTest {
    @TempDir
    private Path locks;

    @Test
    void orderOfArrivalIsOrderOfStart() throws Exception {
        try (DeviceUser first = user("first", 1000); DeviceUser other = new DeviceUser(locks, "gpu:0", "other", 1000)) {
            first.awaitDevice();
            other.awaitDevice();
            try (DeviceUser third = user("third", 3000)) {
                assertThat(third.saysNext()).isEqualTo("Waiting for device 'cpu', which first of project 'lungs' is using"
                        + " (ada, process " + first.pid() + ").");
                // asked for earlier, though its process came up later
                try (DeviceUser second = user("second", 2000); DeviceUser fourth = user("fourth", 4000)) {
                    assertThat(third.saysNext()).endsWith("). 1 other comes first.");
                    assertThat(fourth.saysNext()).contains("which first of");
                    first.end();
                    second.awaitDevice();
                    second.end();
                    third.awaitDevice();
                    assertThat(last(fourth)).contains("which third of").endsWith(").");
                    third.end();
                    fourth.awaitDevice();
                    fourth.end();
                }
            }
            other.end();
        }
        assertThat(files()).containsExactlyInAnyOrder("device", "guard", "device", "guard");
    }

    @Test
    void killedHoldersAndWaitersKeepNobodyWaiting() throws Exception {
        try (DeviceUser holder = user("holder", 1000)) {
            holder.awaitDevice();
            try (DeviceUser waiter = user("waiter", 2000); DeviceUser last = user("last", 3000)) {
                assertThat(waiter.saysNext()).contains("which holder of");
                assertThat(last.saysNext()).contains("which holder of");
                waiter.kill();
                holder.kill();
                last.awaitDevice();
                last.end();
            }
        }
        assertThat(files()).containsExactlyInAnyOrder("device", "guard");
    }

    @Test
    void whoNoLongerWantsTheDeviceLeavesTheQueue() throws Exception {
        try (DeviceUser holder = user("holder", 1000)) {
            holder.awaitDevice();
            try (DeviceUser waiter = user("waiter", 2000)) {
                assertThat(waiter.saysNext()).contains("which holder of");
                waiter.end();
            }
            assertThat(files()).containsExactlyInAnyOrder("device", "guard", "holder.json");
            holder.end();
        }
    }

    @Test
    void namesOfDevicesStayInTheFolder() throws IOException {
        try (DevicePlace place = new DevicePlace(locks.resolve("a"), "../../x", new DeviceUse("", "run", "", 1),
                Instant.EPOCH)) {
            assertThat(place.take()).isTrue();
            assertThat(place.take()).isTrue();
        }
        assertThat(locks.toFile().list()).containsExactly("a");
    }

    private DeviceUser user(String name, long arrival) throws IOException {
        return new DeviceUser(locks, "cpu", name, arrival);
    }

    /** What it says when those before it are gone. */
    private static String last(DeviceUser user) throws IOException {
        String said = user.saysNext();
        while (said.contains("come") || said.contains("which first of") || said.contains("which second of")) {
            said = user.saysNext();
        }
        return said;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(locks)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
