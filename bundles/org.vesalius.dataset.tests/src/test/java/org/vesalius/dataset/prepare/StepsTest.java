// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.ColumnRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Each step against values computed by hand. */
class StepsTest {

    @Test
    void stepsAreDoneInTheirOrder() throws UnreadableImageException {
        assertThat(values("rescale slope=2 intercept=-10; clip low=0", 3, 5, 9)).containsExactly(0, 0, 8);
        assertThat(values("clip low=0;rescale slope=2 intercept=-10", 3, 5, 9)).containsExactly(-4, 0, 8);
        assertThat(values("rescale slope=1/4", 1, 2)).containsExactly(0.25f, 0.5f);
        assertThat(values("", 1, 2)).containsExactly(1, 2);
    }

    @Test
    void aWindowIsThatOfDicom() throws UnreadableImageException {
        // PS3.3 C.11.2.1.2.1: centre 2048, width 4096 takes 0…4095 to all of the range
        assertThat(values("window centre=2048 width=4096", -1, 0, 4095, 5000, 819)).containsExactly(0, 0, 1, 1,
                819f / 4095);
        // centre 2048, width 1: below 2048 black, from there on white
        assertThat(values("window centre=2048 width=1", 2047, 2048)).containsExactly(0, 1);
        assertThat(values("window preset=brain", 0, 79, 40)).containsExactly(0, 1, 40f / 79);
    }

    @Test
    void percentilesAreInterpolated() throws UnreadableImageException {
        // numpy.percentile([1, 2, 3, 4, 5], [10, 90]) is [1.4, 4.6]
        assertThat(values("percentile low=10 high=90", 5, 1, 4, 2, 3)).containsExactly(1, 0, (float) (2.6 / 3.2),
                (float) (0.6 / 3.2), (float) (1.6 / 3.2));
        assertThat(values("percentile", 7, 7)).containsExactly(0, 0);
    }

    @Test
    void scoresAreOfTheSampleOrOfEachChannel() throws UnreadableImageException {
        // mean 5, deviation 2: the textbook example 2, 4, 4, 4, 5, 5, 7, 9
        assertThat(values("zscore", 2, 4, 4, 4, 5, 5, 7, 9)).containsExactly(-1.5f, -0.5f, -0.5f, -0.5f, 0, 0, 1, 2);
        assertThat(values("zscore", 3, 3)).containsExactly(0, 0);
        TypedArray two = TypedArray.of(ArrayDescription.of(ElementType.F32, Axis.of(Axis.TIME, 2),
                Axis.of(Axis.CHANNEL, 2)), new float[] {1, 10, 3, 30});
        assertThat(steps("zscore per=channel").apply(two).floats()).containsExactly(-1, -1, 1, 1);
    }

    @Test
    void missingValuesStayMissingAndCountForNothing() throws UnreadableImageException {
        assertThat(values("zscore", 1, Float.NaN, 3)).containsExactly(-1, Float.NaN, 1);
        assertThat(values("clip low=2", 1, Float.NaN)).containsExactly(2, Float.NaN);
    }

    @Test
    void aVolumeIsBroughtToASpacing() throws UnreadableImageException {
        ArrayDescription volume = new ArrayDescription(List.of(new Axis(Axis.Z, 1, 5), new Axis(Axis.Y, 1, 1),
                new Axis(Axis.X, 4, 0.5)), ElementType.I16, "HU", "RAS");
        TypedArray array = TypedArray.of(volume, new short[] {10, 20, 30, 40});
        TypedArray resampled = steps("resample spacing=5,1,1").apply(array);
        // halved with the triangle (1, 3, 3, 1)/8, cut off at the ends: (3·10+3·20+1·30)/7 and (20+3·30+3·40)/7
        assertThat(resampled.floats()).containsExactly(120f / 7, 230f / 7);
        assertThat(resampled.description().spacing()).containsExactly(5.0, 1.0, 1.0);
        assertThat(resampled.description().unit()).isEqualTo("HU");
        TypedArray nearest = steps("resample spacing=5,1,0.25 method=nearest").apply(array);
        assertThat(nearest.floats()).containsExactly(10, 10, 20, 20, 30, 30, 40, 40);
        assertThat(nearest.description().type()).isEqualTo(ElementType.I16);
    }

    @Test
    void anArrayWithoutSpacingIsNotBroughtToOne() {
        TypedArray picture = picture(2, 2, 1, 2, 3, 4);
        assertThatThrownBy(() -> steps("resample spacing=1").apply(picture)).isInstanceOf(
                UnreadableImageException.class).hasMessageContaining("how far apart");
    }

    @Test
    void theAspectIsKeptByPaddingTheRest() throws UnreadableImageException {
        TypedArray wide = picture(1, 2, 5, 7);
        assertThat(steps("resample size=2 aspect=keep fill=9").apply(wide).floats()).containsExactly(5, 7, 9, 9);
        assertThat(steps("resample size=2 aspect=free").apply(wide).floats()).containsExactly(5, 7, 5, 7);
    }

    @Test
    void sizesAreCroppedAndPaddedAroundTheMiddle() throws UnreadableImageException {
        TypedArray picture = picture(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(steps("fit size=1").apply(picture).floats()).containsExactly(5);
        assertThat(steps("fit size=3,1").apply(picture).floats()).containsExactly(2, 5, 8);
        assertThat(steps("fit size=1,5 fill=-1").apply(picture).floats()).containsExactly(-1, 4, 5, 6, -1);
        assertThat(steps("fit size=2").apply(picture).floats()).containsExactly(1, 2, 4, 5);
    }

    @Test
    void theTypeStaysWhereNoStepMakesOtherValues() {
        assertThat(typed("fit size=2; resample size=4 method=nearest").type()).isEqualTo(ElementType.I16);
        assertThat(typed("").type()).isEqualTo(ElementType.I16);
        assertThat(typed("fit size=2; zscore").type()).isEqualTo(ElementType.F32);
        assertThat(typed("resample size=2").type()).isEqualTo(ElementType.F32);
    }

    @Test
    void whatIsDoneIsToldInWords() {
        assertThat(steps("window preset=lung; resample size=8,16 aspect=keep; zscore per=channel").words()).isEqualTo(
                "window with centre -600 and width 1500 to 0…1; resampled to 8×16, the aspect kept, interpolated; "
                        + "mean 0 and standard deviation 1 in each channel of each sample");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"blur radius=2 | unknown", "window centre=40 | width",
        "window centre=40 width=0 | at least 1", "window preset=knee | brain or", "clip | low", "clip low=2 high=1 | low",
        "rescale slop=2 | no setting 'slop'", "rescale slope=x | no number", "rescale slope=1/0 | no finite number",
        "resample size=0 | above 0", "resample size=1.5 | whole", "resample spacing=0 | above 0",
        "resample size=2 method=cubic | linear or nearest", "percentile low=50 high=50 | percentiles",
        "zscore per=eye | sample or channel", "fit size | name=value", "resample | size"})
    void aWrongStepIsNamedWithWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> steps(text)).isInstanceOf(ReportedException.class).hasMessageContaining(reason);
    }

    private static float[] values(String steps, float... values) throws UnreadableImageException {
        TypedArray array = TypedArray.of(ArrayDescription.of(ElementType.F32, Axis.of(Axis.X, values.length)), values);
        return steps(steps).apply(array).floats();
    }

    private static TypedArray picture(int height, int width, float... values) {
        return TypedArray.of(ArrayDescription.of(ElementType.F32, Axis.of(Axis.Y, height), Axis.of(Axis.X, width)), values);
    }

    @Test
    void whatIsFittedToTheTrainingSamplesComesLastAndLeavesTheArrayToTheRun() throws Exception {
        Column column = new Column("scan", ColumnType.ARRAY, ColumnRole.INPUT, "", Map.of(Steps.OPTION,
                "rescale slope=2; zscore per=training"), List.of());

        assertThat(Steps.byTraining(column)).isTrue();
        assertThat(Steps.of(column).words()).endsWith("of each channel over the training samples");
        assertThat(Steps.byTraining(column.with(Map.of(Steps.OPTION, "zscore per=channel")))).isFalse();
        assertThatThrownBy(() -> Steps.of(column.with(Map.of(Steps.OPTION, "zscore per=training; clip low=0 high=1"))))
                .isInstanceOf(ReportedException.class).hasMessageContaining("comes after all other steps");
    }

    private static Steps steps(String text) {
        return Steps.of(Column.image("scan", "", Map.of(Steps.OPTION, text)));
    }

    private static Steps typed(String text) {
        return Steps.of(Column.image("scan", "", Map.of(Steps.OPTION, text, Steps.TYPE, "i16")));
    }
}
