// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vesalius.evaluation.Decision;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.metric.Overlap;
import org.vesalius.evaluation.metric.RegressionScores;
import org.vesalius.evaluation.survival.DiscreteHazards;

/** What is kept of the answers to single samples: a row of cells each. What isn't known is empty. */
public sealed interface AnswerColumns {
    /** The headings. */
    List<String> headings();

    /** The cells of one answer, as many. */
    List<Object> cells(Answer answer);

    /**
     * One category: label, a score for each category or for the second of two, the category decided for, and with two
     * from which score on.
     */
    record Categories(List<String> categories) implements AnswerColumns {
        @Override
        public List<String> headings() {
            boolean binary = categories.size() == 2;
            List<String> headings = new ArrayList<>(List.of("label"));
            (binary ? categories.subList(1, 2) : categories).forEach(category -> headings.add("score:" + category));
            headings.add("decision");
            if (binary) {
                headings.add("threshold");
            }
            return headings;
        }

        @Override
        public List<Object> cells(Answer answer) {
            double[] scores = CategoryScores.of(answer.said(), categories.size());
            List<Object> cells = new ArrayList<>(List.of(CategoryScores.label(answer, categories)));
            DoubleStream.of(scores).forEach(cells::add);
            cells.add(DoubleStream.of(scores).anyMatch(Double::isNaN) ? "" : categories.get(Decision.of(scores)));
            if (categories.size() == 2) {
                cells.add(Evaluation.THRESHOLD);
            }
            return cells;
        }
    }

    /** Several findings: whether each is there, 1 or 0, and its score. */
    record Findings(List<String> names) implements AnswerColumns {
        @Override
        public List<String> headings() {
            List<String> headings = new ArrayList<>();
            names.forEach(name -> headings.add("label:" + name));
            names.forEach(name -> headings.add("score:" + name));
            return headings;
        }

        @Override
        public List<Object> cells(Answer answer) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                cells.add(answer.known()[i] ? (Object) Math.round(answer.truth()[i]) : "");
            }
            for (float score : answer.said()) {
                cells.add((double) score);
            }
            return cells;
        }
    }

    /** One or more quantities: what each is, and what it was said to be. */
    record Quantities(List<String> names) implements AnswerColumns {
        @Override
        public List<String> headings() {
            if (names.size() < 2) {
                return List.of("truth", "predicted");
            }
            return names.stream().flatMap(name -> List.of("truth:" + name, "predicted:" + name).stream()).toList();
        }

        @Override
        public List<Object> cells(Answer answer) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < Math.max(1, names.size()); i++) {
                // as a float, so that 38.1 of the data is 38.1 here
                cells.add(answer.known()[i] ? (Object) answer.truth()[i] : "");
                cells.add(answer.said()[i]);
            }
            return cells;
        }
    }

    /** The input given back: its mean absolute error and the root of its mean squared error. */
    record Errors() implements AnswerColumns {
        @Override
        public List<String> headings() {
            return List.of("mae", "rmse");
        }

        @Override
        public List<Object> cells(Answer answer) {
            RegressionScores scores = new RegressionScores();
            ReconstructionMeasure.add(answer, scores);
            return answer.anyKnown() ? List.of(scores.meanAbsoluteError(), scores.rootMeanSquaredError())
                    : List.of("", "");
        }
    }

    /**
     * The category of each step, and the one decided for, separated by |; an unknown one is empty.
     *
     * @param columns numbers of one step
     */
    record Steps(List<String> names, int columns) implements AnswerColumns {
        @Override
        public List<String> headings() {
            return List.of("label", "decision", "steps", "right");
        }

        @Override
        public List<Object> cells(Answer answer) {
            List<String> labels = new ArrayList<>();
            List<String> decisions = new ArrayList<>();
            int known = 0;
            int right = 0;
            for (int start = 0; start < answer.said().length; start += columns) {
                boolean there = answer.known()[start];
                String label = there ? names.get(CategoryScores.number(answer.truth(), start, columns)) : "";
                String decision = names.get(CategoryScores.number(answer.said(), start, columns));
                labels.add(label);
                decisions.add(decision);
                known += there ? 1 : 0;
                right += label.equals(decision) ? 1 : 0;
            }
            return List.of(known == 0 ? "" : String.join("|", labels), String.join("|", decisions), known, right);
        }
    }

    /** Structures: how many places each has, how many it was said to have, how many of them are both, and Dice. */
    record Structures(OutputKind kind) implements AnswerColumns {
        @Override
        public List<String> headings() {
            return kind.names().subList(OverlapMeasure.first(kind), kind.names().size()).stream()
                    .flatMap(name -> List.of("truth:" + name, "predicted:" + name, "both:" + name, "dice:" + name)
                            .stream())
                    .toList();
        }

        @Override
        public List<Object> cells(Answer answer) {
            Answer counted = answer.anyKnown() ? answer
                    : new Answer(answer.said(), answer.truth(), everywhere(answer.said().length));
            Overlap[] overlaps = OverlapMeasure.Counts.of(kind, counted);
            List<Object> cells = new ArrayList<>();
            for (int i = OverlapMeasure.first(kind); i < overlaps.length; i++) {
                Overlap overlap = overlaps[i];
                double dice = overlap.dice();
                cells.addAll(answer.anyKnown()
                        ? List.of(overlap.truth(), overlap.predicted(), overlap.both(), Double.isNaN(dice) ? "" : dice)
                        : List.of("", overlap.predicted(), "", ""));
            }
            return cells;
        }

        private static boolean[] everywhere(int length) {
            boolean[] all = new boolean[length];
            Arrays.fill(all, true);
            return all;
        }
    }

    /** Time, event (1 or 0) and the logarithm of the hazard. */
    record LogHazard() implements AnswerColumns {
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
    }

    /** How many intervals a sample lasted, whether the event came in the next, and the probability of lasting each. */
    record Hazards(List<String> ends) implements AnswerColumns {
        @Override
        public List<String> headings() {
            List<String> headings = new ArrayList<>(List.of("lasted", "event"));
            ends.forEach(end -> headings.add("survival:" + end));
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
    }
}
