// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;

class PredictionsFileTest {
    private static final List<String> TWO = List.of("clear", "opacity");
    private static final List<String> THREE = List.of("a", "b, with comma", "c");

    @TempDir
    private Path folder;

    @Test
    void ofTwoCategoriesTheScoreNamesItsOwnAndTheDecisionStandsBesideIt() throws IOException {
        Path file = folder.resolve("predictions.csv");
        Predictions predictions = new Predictions(TWO,
                List.of(new Prediction("s1", "test", "opacity", new double[] {0.1234567890123}),
                        new Prediction("s2", "test", "", new double[] {0.5}),
                        new Prediction("s3", "test", "", new double[] {Double.NaN})));

        new PredictionsFile(file, TWO).write(predictions);

        assertThat(Files.readString(file)).isEqualTo("""
                sample,part,label,score:opacity,decision,threshold,format
                s1,test,opacity,0.1234567890123,clear,0.5,3
                s2,test,,0.5,opacity,0.5,3
                s3,test,,NaN,,0.5,3
                """);
        assertThat(new PredictionsFile(file, TWO).read()).isEqualTo(predictions);
    }

    @Test
    void moreCategoriesHaveOneEach() throws IOException {
        Path file = folder.resolve("predictions.csv");
        Predictions predictions = new Predictions(THREE,
                List.of(new Prediction("s1", "", "b, with comma", new double[] {0.25, Double.NaN, 1e-30}),
                        new Prediction("s2", "", "", new double[] {0.25, 0.5, 0.25}),
                        new Prediction("s3", "", "", new double[] {0.375, 0.25, 0.375})));

        new PredictionsFile(file, THREE).write(predictions);

        assertThat(file).hasContent("""
                sample,part,label,score:a,"score:b, with comma",score:c,decision,format
                s1,,"b, with comma",0.25,NaN,1.0E-30,,3
                s2,,,0.25,0.5,0.25,"b, with comma",3
                s3,,,0.375,0.25,0.375,a,3
                """);
        assertThat(new PredictionsFile(file, THREE).read()).isEqualTo(predictions);
    }

    @Test
    void filesOfEarlierVersionsAreRead() throws IOException {
        Path two = Files.writeString(folder.resolve("two.csv"), "sample,part,label,score\ns1,test,clear,0.25\n");
        Path three = Files.writeString(folder.resolve("three.csv"),
                "sample,part,label,score:a,\"score:b, with comma\",score:c\ns1,test,c,0,0.25,0.75\n");

        assertThat(new PredictionsFile(two, TWO).read()).isEqualTo(
                new Predictions(TWO, List.of(new Prediction("s1", "test", "clear", new double[] {0.25}))));
        assertThat(new PredictionsFile(three, THREE).read()).isEqualTo(
                new Predictions(THREE, List.of(new Prediction("s1", "test", "c", new double[] {0, 0.25, 0.75}))));
    }

    @Test
    void theFormatBeforeIsReadAndALaterOneRefused() throws IOException {
        Path before = Files.writeString(folder.resolve("before.csv"),
                "sample,part,label,score:opacity,decision,threshold\ns1,test,clear,0.25,clear,0.5\n");
        assertThat(new PredictionsFile(before, TWO).read().rows()).hasSize(1);

        assertWrong("sample,subset,score:opacity,format\ns1,test,0.25,4\n", "newer version of Vesalius");
        assertWrong("sample,part,label,score:opacity,decision,threshold,format\ns1,test,clear,0.25,clear,0.5,4\n",
                "newer version of Vesalius");
        assertWrong("sample,subset,score:opacity,format\ns1,test,0.25,3\n", "headings should be");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        assertWrong("sample,part,label\n", "headings should be sample,part,label,score:opacity,decision,threshold");
        assertWrong("sample,part,label,score\ns1,test,clear\n", "Line 2", "3 values instead of 4");
        assertWrong("sample,part,label,score\ns1,test,clear,0.5\ns2,test,clear,high\n", "Line 3", "no number");
        assertWrong("sample,part,label,score\ns1,test,other,0.5\n", "Line 2", "none of clear, opacity");
        assertWrong("sample,part,label,score\ns1,test,\"clear,0.5\n", "can't be read");
    }

    private void assertWrong(String content, String... told) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), content);
        assertThatThrownBy(() -> new PredictionsFile(file, TWO).read()).isInstanceOf(ReportedException.class)
                .hasMessageContainingAll(told)
                .satisfies(e -> assertThat(((ReportedException) e).where()).contains(file));
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> new PredictionsFile(folder.resolve("none.csv"), TWO).read())
                .isInstanceOf(ReportedException.class).hasMessageContaining("can't be read");
    }
}
