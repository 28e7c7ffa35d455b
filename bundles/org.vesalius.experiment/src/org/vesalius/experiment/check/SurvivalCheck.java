// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.encoding.EventTimes;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.network.Loss;

/** A check of what survival is learnt from. */
sealed interface SurvivalCheck extends ExperimentCheck {
}

/** Numbers tell events as 1 and their absence as 0: in other codes, as 1 and 2, each sample would have an event. */
final class EventNumbersCheck implements SurvivalCheck {
    private static final String ID = "experiment.events";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        List<Sample> samples = RunIntegrity.samples(loaded.dataset());
        return loaded.bindings().outputs().stream().flatMap(output -> output.columns().stream())
                .filter(column -> column.encoding() == Encoding.EVENT && column.column().type() == ColumnType.NUMBER)
                .flatMap(column -> check(column, samples).stream()).toList();
    }

    private static Optional<Problem> check(BoundColumn column, List<Sample> samples) {
        long others = samples.stream().map(column::cell).filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble).filter(value -> value != 0 && value != 1).count();
        String name = column.column().name();
        return others == 0 ? Optional.empty() : Optional.of(Problem.error(ID, name, "Column '" + name
                + "' tells events, and in " + English.quantity(others, "sample") + " it holds neither 0 nor 1.",
                "As numbers, 1 is an event and 0 the end of a follow-up without one. Import other codes as two categories,"
                        + " that without the event first."));
    }
}

/** Survival is learnt from events; each interval of discrete hazards ends with one. */
final class EventTimesCheck implements SurvivalCheck {
    private static final String ID = "experiment.event-times";
    private static final String WHY = "An interval of time ends with an event of a training sample, and the output has a"
            + " unit for each interval.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        return loaded.bindings().outputs().stream().flatMap(output -> check(output, loaded).stream()).toList();
    }

    private static Optional<Problem> check(BoundOutput output, LoadedExperiment loaded) {
        Optional<BoundColumn> time = only(output, Encoding.TIME);
        Optional<BoundColumn> event = only(output, Encoding.EVENT);
        if (time.isEmpty() || event.isEmpty() || !output.shape().known()) {
            return Optional.empty();
        }
        if (time.get().column().type() != ColumnType.NUMBER) {
            return problem(output, "column '" + time.get().column().name() + "' holds no numbers, and times are numbers");
        }
        long times = Arrays.stream(EventTimes.of(time.get(), event.get(), loaded.dataset())).distinct().count();
        int units = output.units();
        if (times == 0) {
            return problem(output, "no training sample has an event with a known time");
        }
        if (output.layer().getLoss() != Loss.DISCRETE_HAZARDS) {
            return Optional.empty();
        }
        if (units < 2) {
            return problem(output, "discrete hazards need two intervals of time or more, and it has 1 unit");
        }
        return units <= times ? Optional.empty() : problem(output, "it has " + units
                + " intervals of time, and the events of the training samples are at "
                + English.quantity(times, "different time"));
    }

    private static Optional<BoundColumn> only(BoundOutput output, Encoding encoding) {
        return output.columns().stream()
                .filter(column -> column.encoding() == encoding && !column.column().type().read()).findFirst();
    }

    private static Optional<Problem> problem(BoundOutput output, String reason) {
        return Optional.of(Problem.error(ID, output.layer().getName(),
                "Output '" + output.layer().getName() + "' can't learn survival: " + reason + ".", WHY));
    }
}
