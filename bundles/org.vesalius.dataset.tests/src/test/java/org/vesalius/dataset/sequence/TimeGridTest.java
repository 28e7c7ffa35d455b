// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeGridTest {
    private static final float NAN = Float.NaN;

    @Test
    void measurementsComeIntoTheirSteps() {
        Events events = new Events();
        events.add(5400, 0, 30);
        events.add(0, 0, 10);
        events.add(3599, 0, 20);
        events.add(3600, 1, 7);
        events.add(4 * 3600, 1, 99);
        events.add(-1, 1, 99);
        TimeGrid grid = new TimeGrid(0, 3600, 3, Aggregation.MEAN);
        assertThat(grid.values(events, 2)).containsExactly(15, NAN, 30, 7, NAN, NAN);
        assertThat(grid.outside(events)).isEqualTo(2);
        assertThat(events.outOfOrder()).isEqualTo(2);
    }

    @Test
    void gridBeginsWithTheFirstMeasurementAndEndsWithTheLast() {
        Events events = new Events();
        events.add(1_000.2, 0, 1);
        events.add(1_000.3, 0, 2);
        events.add(1_000.5, 0, 3);
        // tenths have no exact binary form
        assertThat(new TimeGrid(Double.NaN, 0.1, 0, Aggregation.LAST).values(events, 1)).containsExactly(1, 2, NAN, 3);
    }

    @Test
    void twoValuesOfOneTimeAreToldAndAggregated() {
        Events events = new Events();
        for (float value : new float[] {9, 4, 5}) {
            events.add(60, 0, value);
        }
        events.add(60, 1, 1);
        assertThat(events.repeated()).isEqualTo(2);
        assertThat(of(events, Aggregation.MEAN)).isEqualTo(6);
        assertThat(of(events, Aggregation.MEDIAN)).isEqualTo(5);
        assertThat(of(events, Aggregation.FIRST)).isEqualTo(9);
        assertThat(of(events, Aggregation.LAST)).isEqualTo(5);
        assertThat(of(events, Aggregation.MIN)).isEqualTo(4);
        assertThat(of(events, Aggregation.MAX)).isEqualTo(9);
        assertThat(of(events, Aggregation.SUM)).isEqualTo(18);
    }

    private static float of(Events events, Aggregation aggregation) {
        return new TimeGrid(0, 3600, 1, aggregation).values(events, 2)[0];
    }

    @Test
    void gridThatNoMemoryHoldsIsRefused() {
        Events events = new Events();
        events.add(0, 0, 1);
        events.add(1e15, 0, 1);
        assertThatThrownBy(() -> new TimeGrid(0, 1, 0, Aggregation.MEAN).values(events, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeGrid(0, 0, 0, Aggregation.MEAN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Figure 2 of Che et al. 2018, its times taken as equal steps. */
    @Test
    void gapsAreFilledMaskedAndCounted() {
        float[] values = {47, NAN, 49, 15, NAN, 14, 40, NAN, NAN, NAN, 43, NAN, 55, 15};
        assertThat(Gaps.mask(values)).containsExactly(1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1);
        assertThat(Gaps.stepsSince(values, 2)).containsExactly(0, 0, 1, 1, 1, 1, 2, 1, 1, 2, 2, 3, 1, 4);
        assertThat(Gaps.carriedForward(values, 2)).containsExactly(47, NAN, 49, 15, 49, 14, 40, 14, 40, 14, 43, 14, 55, 15);
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(TimeText.seconds("47:59", 1)).hasValue(172_740);
        assertThat(TimeText.seconds("00:00:01.5", 1)).hasValue(1.5);
        assertThat(TimeText.seconds("-1.5", 3600)).hasValue(-5400);
        // date -u -d '2012-01-31 12:00' +%s
        assertThat(TimeText.seconds("2012-01-31 12:00", 1)).hasValue(1_328_011_200);
        assertThat(TimeText.seconds("2012/01/31T12:00:00.25", 1)).hasValue(1_328_011_200.25);
        assertThat(TimeText.seconds("2012-01-31", 1)).hasValue(1_327_968_000);
        assertThat(TimeText.seconds("2012-13-31", 1)).isEmpty();
        assertThat(TimeText.seconds("noon", 1)).isEmpty();
        assertThat(TimeText.seconds("1e308", 1e10)).isEmpty();
        assertThat(TimeText.duration("1.5 h")).hasValue(5400);
        assertThat(TimeText.duration("0 h")).isEmpty();
        assertThat(TimeText.duration("48")).isEmpty();
        assertThat(TimeText.text(3600)).isEqualTo("1 h");
        assertThat(TimeText.text(5400)).isEqualTo("90 min");
    }
}
