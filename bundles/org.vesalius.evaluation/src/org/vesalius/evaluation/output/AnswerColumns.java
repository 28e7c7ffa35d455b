// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
     * An answer that gives these cells, and in a measure the same figures as the one that was kept.
     *
     * @param cells as many as headings
     * @return empty where cells don't tell enough
     * @throws IllegalArgumentException if a cell can't be one of an answer
     */
    Optional<KeptAnswer> answer(List<String> cells);

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

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            int scores = categories.size() == 2 ? 1 : categories.size();
            float[] said = Cells.numbers(cells.subList(1, 1 + scores));
            if (cells.get(0).isEmpty()) {
                return Optional.of(Answer.unknown(said));
            }
            int label = Cells.place(cells.get(0), categories);
            float[] truth = new float[scores];
            truth[scores == 1 ? 0 : label] = scores == 1 ? label : 1;
            return Optional.of(Cells.known(said, truth));
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

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            return Optional.of(Cells.pairs(cells.subList(0, names.size()), cells.subList(names.size(), 2 * names.size())));
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

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            return Optional.of(Cells.pairs(Cells.everySecond(cells, 0), Cells.everySecond(cells, 1)));
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

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            return Optional.empty();
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
                String label = there ? names.get(Decision.of(answer.truth(), start, columns)) : "";
                String decision = names.get(Decision.of(answer.said(), start, columns));
                labels.add(label);
                decisions.add(decision);
                known += there ? 1 : 0;
                right += label.equals(decision) ? 1 : 0;
            }
            return List.of(known == 0 ? "" : String.join("|", labels), String.join("|", decisions), known, right);
        }

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            String[] decisions = cells.get(1).split("\\|", -1);
            String[] labels = cells.get(0).isEmpty() ? new String[decisions.length] : cells.get(0).split("\\|", -1);
            float[] said = new float[decisions.length * columns];
            float[] truth = new float[said.length];
            boolean[] known = new boolean[said.length];
            for (int step = 0; step < decisions.length; step++) {
                set(said, step, decisions[step]);
                if (labels[step] != null && !labels[step].isEmpty()) {
                    set(truth, step, labels[step]);
                    Arrays.fill(known, step * columns, (step + 1) * columns, true);
                }
            }
            return Optional.of(new Answer(said, truth, known));
        }

        private void set(float[] values, int step, String name) {
            int place = Cells.place(name, names);
            values[step * columns + (columns == 1 ? 0 : place)] = columns == 1 ? place : 1;
        }
    }

    /** Structures: how many places each has, how many it was said to have, how many of them are both, and Dice. */
    record Structures(OutputKind kind) implements AnswerColumns {
        private static final int CELLS = 4;

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

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            List<Overlap> overlaps = new ArrayList<>();
            for (int start = 0; start < cells.size(); start += CELLS) {
                if (cells.get(start).isEmpty()) {
                    return Optional.of(Answer.unknown(new float[kind.names().size()]));
                }
                overlaps.add(new Overlap(Long.parseLong(cells.get(start + 2)), Long.parseLong(cells.get(start)),
                        Long.parseLong(cells.get(start + 1))));
            }
            return Optional.of(new KeptOverlaps(overlaps));
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

        @Override
        public Optional<KeptAnswer> answer(List<String> cells) {
            float said = Cells.number(cells.get(2));
            return Optional.of(cells.get(0).isEmpty() ? Answer.unknown(new float[] {said, 0})
                    : Cells.known(new float[] {said, 0},
                            new float[] {Cells.number(cells.get(0)), Cells.number(cells.get(1))}));
        }
    }

    /** How many intervals a sample lasted, whether the event came in the next, and the probability of lasting each. */
    record Hazards(List<String> ends) implements AnswerColumns {
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
}

/** Cells of kept answers as numbers. */
final class Cells {
    private Cells() {
    }

    static float number(String cell) {
        return Float.parseFloat(cell);
    }

    static float[] numbers(List<String> cells) {
        float[] numbers = new float[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(cells.get(i));
        }
        return numbers;
    }

    static int place(String name, List<String> names) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("it is none of " + String.join(", ", names));
        }
        return place;
    }

    static List<String> everySecond(List<String> cells, int first) {
        return IntStream.range(0, cells.size()).filter(i -> i % 2 == first).mapToObj(cells::get).toList();
    }

    static Answer known(float[] said, float[] truth) {
        boolean[] known = new boolean[said.length];
        Arrays.fill(known, true);
        return new Answer(said, truth, known);
    }

    /** What is true, where it is known, and what is said. */
    static Answer pairs(List<String> truths, List<String> said) {
        float[] truth = new float[truths.size()];
        boolean[] known = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            known[i] = !truths.get(i).isEmpty();
            truth[i] = known[i] ? number(truths.get(i)) : 0;
        }
        return new Answer(numbers(said), truth, known);
    }
}
