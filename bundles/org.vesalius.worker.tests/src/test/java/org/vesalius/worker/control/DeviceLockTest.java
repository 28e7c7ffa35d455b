// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLockTest {
    @TempDir
    private Path locks;

    @Test
    void isForOneAtATimeAndNamesItsHolder() throws IOException {
        try (DeviceLock first = new DeviceLock(locks, "dl4j", "cpu");
                DeviceLock second = new DeviceLock(locks, "dl4j", "cpu");
                DeviceLock other = new DeviceLock(locks, "dl4j", "gpu:0")) {
            assertThat(first.tryTake("first run")).isTrue();
            assertThat(second.tryTake("second run")).isFalse();
            assertThat(second.holder()).isEqualTo("first run");
            assertThat(other.tryTake("third run")).isTrue();
            first.close();
            assertThat(second.tryTake("second run")).isTrue();
            assertThat(second.holder()).isEqualTo("second run");
        }
    }

    @Test
    void namesOfDevicesStayInTheFolder() throws IOException {
        try (DeviceLock lock = new DeviceLock(locks, "../../x", "y/z")) {
            assertThat(lock.tryTake("run")).isTrue();
        }
        assertThat(locks.toFile().list()).allMatch(name -> name.endsWith(".lock") || name.endsWith(".holder"));
    }
}
