// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import static org.assertj.core.api.Assertions.assertThat;

/** ONNX files are imported right, or the report says what is not; what was imported goes out again as it computes. */
@ExtendWith(ExchangeCases.CountedWhenSkipped.class)
class OnnxCasesTest {
    /** Those that once went wrong in silence or couldn't be opened again. */
    private static final Set<String> ALWAYS = Set.of("onnx/two_steps", "onnx/cast_bool", "onnx/cast_i64",
            "onnx/rs_near_asymmetric_ceil_2", "onnx/rs_near_half_pixel_floor_3", "onnx/bi_hs_default",
            "onnx/model_fp16", "onnx/floor_div_cast", "onnx/ext_abs", "onnx/bn_m1", "torch/toint_o13",
            "torch/encoder_o13", "torch/groupnorm_o13", "torch/act_logsoftmax_o13");
    private static final int FIFTH = 5;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> chosenModels() throws IOException {
        List<Path> all = all();
        return IntStream.range(0, all.size())
                .filter(i -> i % FIFTH == 0 || ALWAYS.contains(OnnxCases.name(all.get(i))))
                .mapToObj(i -> test(all.get(i)));
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> allModels() throws IOException {
        return all().stream().map(this::test);
    }

    /** The share of models that need no placeholder. */
    @ParameterizedTest
    @Tag("nightly")
    @CsvSource({"onnx, 0.8", "torch, 0.88"})
    void mostModelsHaveNoUnknownLayer(String group, double share) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : OnnxCases.in(group)) {
            outcomes.add(OnnxCases.judge(file, folder));
        }
        System.out.println(Outcome.table(outcomes));
        long without = outcomes.stream().filter(outcome -> outcome.verdict() == Verdict.EQUAL
                || outcome.verdict() == Verdict.DIFFERS || outcome.verdict() == Verdict.READ).count();

        assertThat(without * 1.0 / outcomes.size()).isGreaterThanOrEqualTo(share);
    }

    private static List<Path> all() throws IOException {
        return Stream.concat(OnnxCases.in("onnx").stream(), OnnxCases.in("torch").stream()).toList();
    }

    private DynamicTest test(Path file) {
        return DynamicTest.dynamicTest(OnnxCases.name(file), () -> {
            Outcome outcome = OnnxCases.judge(file, folder);
            assertThat(outcome.verdict().honest()).as(outcome.toString()).isTrue();
            if (outcome.verdict() == Verdict.EQUAL) {
                assertThat(new OnnxReexport(folder).difference(file,
                        OnnxCases.reference(file).orElseThrow())).as("exported again")
                        .isEmpty();
            }
        });
    }
}
