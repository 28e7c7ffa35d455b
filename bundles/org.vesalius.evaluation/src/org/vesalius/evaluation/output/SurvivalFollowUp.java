// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.evaluation.survival.SurvivalTimes;

/** Times, events and risks, gathered one by one. */
final class SurvivalFollowUp {
    private final List<Row> rows = new ArrayList<>();

    private record Row(double time, boolean event, double risk) {
    }

    void add(double time, boolean event, double risk) {
        rows.add(new Row(time, event, risk));
    }

    int size() {
        return rows.size();
    }

    SurvivalTimes times() {
        boolean[] events = new boolean[rows.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = rows.get(i).event();
        }
        return new SurvivalTimes(rows.stream().mapToDouble(Row::time).toArray(), events);
    }

    double[] risks() {
        return rows.stream().mapToDouble(Row::risk).toArray();
    }
}
