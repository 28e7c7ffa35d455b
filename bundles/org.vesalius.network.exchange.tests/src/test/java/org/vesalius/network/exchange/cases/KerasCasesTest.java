// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.keras.write.KerasArchiveExporter;
import org.vesalius.network.exchange.keras.write.KerasH5Exporter;
import org.vesalius.network.layer.standard.StandardLayers;

/** Models that Keras wrote are imported right, or the report says what is not. */
@ExtendWith(ExchangeCases.CountedWhenSkipped.class)
class KerasCasesTest {
    /** Those that once went wrong in silence, crashed or lost weights. */
    private static final Set<String> ALWAYS = Set.of("keras2/nested_slash.h5", "keras2/act_obj.h5",
            "keras2/cudnnlstm.h5", "keras2/bad_missing.h5", "keras3/seq2seq.h5", "keras3/lstm_state.keras",
            "keras3/gru_state.h5", "keras3/bi_lstm_none.h5", "keras3/bi_gru_none.keras", "keras3/same_out_twice.h5",
            "keras3/mul_bcast_rank.h5", "keras3/deep_branch.h5", "keras3/norm_meanvar.h5", "keras3/eff_style.h5",
            "keras3/custom_layernorm.keras", "keras3/conv2d_groups.h5", "keras3/sep1d.h5", "keras3/dw1d.keras",
            "keras3/ops_laststep.h5", "keras3/ct2d_outpad.h5", "keras3/averagepooling2d_k2s2samen7.keras");
    private static final int FIFTH = 5;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> chosenModels() throws IOException {
        List<Path> all = KerasCases.all();
        return IntStream.range(0, all.size())
                .filter(i -> i % FIFTH == 0 || ALWAYS.contains(KerasCases.name(all.get(i))))
                .mapToObj(i -> test(all.get(i)));
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> allModels() throws IOException {
        return KerasCases.all().stream().map(this::test);
    }

    /** What is exported computes the same when it comes back. */
    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> modelsThatGoOutAgain() throws IOException {
        return ExchangeCases.files("keras3", ".keras").stream()
                .flatMap(file -> Stream.of(new KerasH5Exporter(StandardLayers.catalog(), BlockSource.none()),
                        new KerasArchiveExporter(StandardLayers.catalog(), BlockSource.none())).map(
                                exporter -> DynamicTest.dynamicTest(
                                        KerasCases.name(file) + " as " + exporter.id(), () -> {
                                            Outcome outcome = KerasCases.judgeReturn(file, folder, exporter);
                                            assertThat(outcome.verdict().honest()).as(outcome.toString()).isTrue();
                                        })));
    }

    /** Nothing but a layer of the user's own, or one that is told apart below, is left to be unknown. */
    @Test
    @Tag("nightly")
    void mostModelsHaveNoUnknownLayer() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : KerasCases.all()) {
            outcomes.add(KerasCases.judge(file, folder));
        }
        System.out.println(Outcome.table(outcomes));
        long without = outcomes.stream().filter(outcome -> outcome.verdict() == Verdict.EQUAL
                || outcome.verdict() == Verdict.DIFFERS).count();

        assertThat(without * 1.0 / outcomes.size()).isGreaterThanOrEqualTo(0.92);
    }

    private DynamicTest test(Path file) {
        return DynamicTest.dynamicTest(KerasCases.name(file), () -> {
            Outcome outcome = KerasCases.judge(file, folder);
            assertThat(outcome.verdict().honest()).as(outcome.toString()).isTrue();
        });
    }
}
