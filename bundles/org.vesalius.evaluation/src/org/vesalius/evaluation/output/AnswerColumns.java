// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.vesalius.evaluation.Decision;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.metric.RegressionScores;

/** What is kept of the answers to single samples: a row of cells each. What isn't known is empty. */
public sealed interface AnswerColumns permits AnswerColumns.Categories, AnswerColumns.Findings,
        AnswerColumns.Quantities, AnswerColumns.Errors, AnswerColumns.Steps, StructureColumns, LogHazardColumns,
        HazardColumns {
    /** The headings. */
    List<String> headings();

    /** The cells of one answer, as many. */
    List<Object> cells(Answer answer);

    /** Those of the headings that files of earlier versions lack; cells are empty there. */
    default List<String> later() {
        return List.of();
    }

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
}
