// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.evaluation.survival.DiscreteHazards;

/** How many intervals a sample lasted, whether the event came in the next, and the probability of lasting each. */
record HazardColumns(List<String> ends) implements AnswerColumns {
    /** Begins the headings of the probabilities. */
    static final String SURVIVAL = "survival:";

    @Override
    public List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("lasted", "event"));
        ends.forEach(end -> headings.add(SURVIVAL + end));
        return headings;
    }

    @Override
    public List<Object> cells(Answer answer) {
        List<Object> cells = new ArrayList<>();
        HazardMeasure.End end = HazardMeasure.End.of(answer);
        cells.add(answer.anyKnown() ? (Object) end.lasted() : "");
        cells.add(answer.anyKnown() ? (Object) (end.event() ? 1 : 0) : "");
        double[] survival = DiscreteHazards.survival(CategoryScores.of(answer.said(), 0));
        IntStream.range(0, ends.size()).forEach(i -> cells.add(survival[i]));
        return cells;
    }

    @Override
    public Optional<KeptAnswer> answer(List<String> cells) {
        float[] survival = Cells.numbers(cells.subList(2, cells.size()));
        float[] hazards = new float[survival.length];
        for (int i = 0; i < hazards.length; i++) {
            float before = i == 0 ? 1 : survival[i - 1];
            hazards[i] = before == 0 ? 1 : 1 - survival[i] / before;
        }
        if (cells.get(0).isEmpty()) {
            return Optional.of(Answer.unknown(hazards));
        }
        int lasted = Integer.parseInt(cells.get(0));
        boolean event = cells.get(1).equals("1");
        float[] truth = new float[hazards.length];
        boolean[] known = new boolean[hazards.length];
        Arrays.fill(known, 0, lasted + (event ? 1 : 0), true);
        if (event) {
            truth[lasted] = 1;
        }
        return Optional.of(new Answer(hazards, truth, known));
    }
}

/** Time, event (1 or 0) and the logarithm of the hazard. */
record LogHazardColumns() implements AnswerColumns {
    @Override
    public List<String> headings() {
        return List.of("time", "event", "log-hazard");
    }

    @Override
    public List<Object> cells(Answer answer) {
        double said = answer.said()[0];
        return answer.known()[0] ? List.of(answer.truth()[0], Math.round(answer.truth()[1]), said)
                : List.of("", "", said);
    }

    @Override
    public Optional<KeptAnswer> answer(List<String> cells) {
        float said = Cells.number(cells.get(2));
        return Optional.of(cells.get(0).isEmpty() ? Answer.unknown(new float[] {said, 0})
                : Cells.known(new float[] {said, 0},
                        new float[] {Cells.number(cells.get(0)), Cells.number(cells.get(1))}));
    }
}
