// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;

class PredictionsFileTest {
    private static final List<String> TWO = List.of("clear", "opacity");
    private static final List<String> THREE = List.of("a", "b, with comma", "c");

    @TempDir
    private Path folder;

    @Test
    void ofTwoCategoriesTheScoreNamesItsOwnAndTheDecisionStandsBesideIt() throws IOException {
        Path file = folder.resolve("predictions.csv");

        new PredictionsFile(file).write(List.of(OutputKind.categories("finding", TWO)), rows -> {
            rows.add("s1", "test", List.of(new Answer(new float[] {0.125f}, new float[] {1}, new boolean[] {true})));
            rows.add("s2", "test", List.of(Answer.unknown(new float[] {0.5f})));
            rows.add("s3", "test", List.of(Answer.unknown(new float[] {Float.NaN})));
        });

        assertThat(Files.readString(file)).isEqualTo("""
                sample,part,label,score:opacity,decision,threshold,format
                s1,test,opacity,0.125,clear,0.5,4
                s2,test,,0.5,opacity,0.5,4
                s3,test,,NaN,,0.5,4
                """);
        assertThat(new PredictionsFile(file).read(TWO)).isEqualTo(new Predictions(TWO,
                List.of(new Prediction("s1", "test", "opacity", new double[] {0.125}),
                        new Prediction("s2", "test", "", new double[] {0.5}),
                        new Prediction("s3", "test", "", new double[] {Double.NaN}))));
    }

    @Test
    void moreCategoriesHaveOneEach() throws IOException {
        Path file = folder.resolve("predictions.csv");

        new PredictionsFile(file).write(List.of(OutputKind.categories("finding", THREE)), rows -> {
            rows.add("s1", "", List.of(new Answer(new float[] {0.25f, Float.NaN, 0}, new float[] {0, 1, 0},
                    new boolean[] {true, true, true})));
            rows.add("s2", "", List.of(Answer.unknown(new float[] {0.25f, 0.5f, 0.25f})));
            rows.add("s3", "", List.of(Answer.unknown(new float[] {0.375f, 0.25f, 0.375f})));
        });

        assertThat(file).hasContent("""
                sample,part,label,score:a,"score:b, with comma",score:c,decision,format
                s1,,"b, with comma",0.25,NaN,0.0,,4
                s2,,,0.25,0.5,0.25,"b, with comma",4
                s3,,,0.375,0.25,0.375,a,4
                """);
        assertThat(new PredictionsFile(file).read(THREE).rows()).hasSize(3);
    }

    @Test
    void headingsOfSeveralOutputsNameThem() throws IOException {
        Path file = folder.resolve("predictions.csv");
        List<OutputKind> outputs = List.of(OutputKind.of("age", OutputTask.REGRESSION, List.of("age")),
                OutputKind.categories("finding", TWO));

        new PredictionsFile(file).write(outputs, rows -> rows.add("s1", "test",
                List.of(new Answer(new float[] {61.5f}, new float[] {60}, new boolean[] {true}),
                        new Answer(new float[] {0.25f}, new float[] {0}, new boolean[] {true}))));

        assertThat(file).hasContent("""
                sample,part,age:truth,age:predicted,finding:label,finding:score:opacity,finding:decision,\
                finding:threshold,format
                s1,test,60.0,61.5,clear,0.25,clear,0.5,4
                """);
        assertThat(new PredictionsFile(file).read("finding", TWO).rows())
                .containsExactly(new Prediction("s1", "test", "clear", new double[] {0.25}));
        assertThatThrownBy(() -> new PredictionsFile(file).read("other", TWO)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("headings should be sample,part,other:label,other:score:opacity");
    }

    @Test
    void aFailureWhileWritingKeepsWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("predictions.csv"), "before");

        assertThatThrownBy(() -> new PredictionsFile(file).write(List.of(OutputKind.categories("finding", TWO)), rows -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);

        assertThat(file).hasContent("before");
    }

    @Test
    void filesOfEarlierVersionsAreRead() throws IOException {
        Path two = Files.writeString(folder.resolve("two.csv"), "sample,part,label,score\ns1,test,clear,0.25\n");
        Path three = Files.writeString(folder.resolve("three.csv"),
                "sample,part,label,score:a,\"score:b, with comma\",score:c\ns1,test,c,0,0.25,0.75\n");

        assertThat(new PredictionsFile(two).read(TWO)).isEqualTo(
                new Predictions(TWO, List.of(new Prediction("s1", "test", "clear", new double[] {0.25}))));
        assertThat(new PredictionsFile(three).read(THREE)).isEqualTo(
                new Predictions(THREE, List.of(new Prediction("s1", "test", "c", new double[] {0, 0.25, 0.75}))));
    }

    @Test
    void theFormatBeforeIsReadAndALaterOneRefused() throws IOException {
        Path before = Files.writeString(folder.resolve("before.csv"),
                "sample,part,label,score:opacity,decision,threshold\ns1,test,clear,0.25,clear,0.5\n");
        assertThat(new PredictionsFile(before).read(TWO).rows()).hasSize(1);

        Path third = Files.writeString(folder.resolve("third.csv"),
                "sample,part,label,score:opacity,decision,threshold,format\ns1,test,clear,0.25,clear,0.5,3\n");
        assertThat(new PredictionsFile(third).read(TWO).rows()).hasSize(1);

        assertWrong("sample,subset,score:opacity,format\ns1,test,0.25,5\n", "newer version of Vesalius");
        assertWrong("sample,part,label,score:opacity,decision,threshold,format\ns1,test,clear,0.25,clear,0.5,5\n",
                "newer version of Vesalius");
        assertWrong("sample,subset,score:opacity,format\ns1,test,0.25,3\n", "headings should be");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        assertWrong("sample,part,label\n", "headings should be sample,part,label,score:opacity and others");
        assertWrong("sample,part,label,score\ns1,test,clear\n", "Line 2", "3 values instead of 4");
        assertWrong("sample,part,label,score\ns1,test,clear,0.5\ns2,test,clear,high\n", "Line 3", "no number");
        assertWrong("sample,part,label,score\ns1,test,other,0.5\n", "Line 2", "none of clear, opacity");
        assertWrong("sample,part,label,score\ns1,test,\"clear,0.5\n", "can't be read");
    }

    private void assertWrong(String content, String... told) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), content);
        assertThatThrownBy(() -> new PredictionsFile(file).read(TWO)).isInstanceOf(ReportedException.class)
                .hasMessageContainingAll(told)
                .satisfies(e -> assertThat(((ReportedException) e).where()).contains(file));
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> new PredictionsFile(folder.resolve("none.csv")).read(TWO))
                .isInstanceOf(ReportedException.class).hasMessageContaining("can't be read");
    }
}
