// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {

    @ParameterizedTest
    @CsvSource({"fpu sse avx avx2 avx512f, AVX-512", "fpu sse avx avx2, AVX2", "fpu sse avx, AVX", "fpu sse, amd64"})
    void namesTheWidestVectorUnits(String flags, String expected) {
        List<String> cpuInfo = List.of("processor\t: 0", "flags\t\t: " + flags, "processor\t: 1", "flags\t\t: fpu");

        assertThat(Processor.vectorUnits(cpuInfo, "amd64")).isEqualTo(expected);
    }

    @Test
    void namesTheArchitectureWhereFlagsAreUnknown() {
        assertThat(Processor.vectorUnits(List.of(), "aarch64")).isEqualTo("aarch64");
    }

    @Test
    void readsAsAPersonWouldSayIt() {
        assertThat(new Processor(2, "AVX2").display()).isEqualTo("CPU, 2 cores, AVX2");
        assertThat(new Processor(1, "aarch64").display()).isEqualTo("CPU, 1 core, aarch64");
        assertThat(Processor.ofThisMachine().cores()).isPositive();
    }
}
