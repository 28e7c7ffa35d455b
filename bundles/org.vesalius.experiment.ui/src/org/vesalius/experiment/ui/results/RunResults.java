// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import com.google.gson.JsonObject;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;

/**
 * How good the best model of a run is.
 *
 * @param record the run
 * @param subsets what was measured, one entry for each output on each subset of the data
 * @param opening the how many-th opening of the test part its figures are from; absent while that is shut
 */
record RunResults(RunRecord record, List<OutputResults> subsets, OptionalLong opening) {

    /**
     * How good one output is on one subset of the data.
     *
     * @param subset name of the subset
     * @param output name of the output where there are several; otherwise empty
     * @param patients how many patients the samples are of; absent when unknown
     * @param report what was measured
     * @param worst of categories the samples whose true category got the lowest scores, worst first
     */
    record OutputResults(String subset, String output, OptionalLong patients, OutputReport report,
            List<WorstCase> worst) {

        /** Names of the categories, in the order of the matrix. */
        List<String> categories() {
            List<String> names = List.copyOf(report.categories().keySet());
            int count = report.confusion().map(ConfusionMatrix::categories).orElse(0);
            return names.size() == count ? names
                    : IntStream.rangeClosed(1, count).mapToObj(number -> "category " + number).toList();
        }

        /** What its tab is called. */
        String title() {
            String part = Character.toUpperCase(subset.charAt(0)) + subset.substring(1);
            return output.isEmpty() ? part : part + ": " + output;
        }
    }

    /**
     * A sample that the model got wrong, or nearly.
     *
     * @param sample id of the sample
     * @param truth its category
     * @param taken the category it was taken for
     * @param score what the model gave its true category, 0 to 1
     */
    record WorstCase(String sample, String truth, String taken, double score) {

        static WorstCase of(List<String> categories, Prediction prediction) {
            double[] scores = prediction.scores();
            int truth = categories.indexOf(prediction.label());
            if (scores.length == 1) {
                int taken = scores[0] >= Evaluation.THRESHOLD ? 1 : 0;
                return new WorstCase(prediction.sample(), prediction.label(), categories.get(taken),
                        truth == 1 ? scores[0] : 1 - scores[0]);
            }
            int taken = IntStream.range(0, scores.length).boxed()
                    .max(Comparator.comparingDouble((Integer index) -> scores[index])).orElseThrow();
            return new WorstCase(prediction.sample(), prediction.label(), categories.get(taken), scores[truth]);
        }

        boolean wrong() {
            return !truth.equals(taken);
        }
    }

    /**
     * Reads what a run left behind; not for the UI thread.
     *
     * @param most how many of the worst cases are wanted of each subset
     * @throws IOException when the evaluation can't be read
     * @throws org.vesalius.core.ReportedException when another file of the run can't be read
     */
    static RunResults read(RunFolder folder, int most) throws IOException {
        RunRecord record = new RunRecordFile(folder).read();
        Optional<JsonObject> evaluation = new EvaluationFile(folder.evaluation()).read();
        List<OutputResults> subsets = new ArrayList<>();
        try {
            evaluation.ifPresent(json -> subsets.addAll(of(List.of(folder), json, most)));
            evaluation.filter(json -> json.has(EvaluationFile.VALIDATION_KEY)).ifPresent(json -> subsets
                    .addAll(of(List.of(folder), json.getAsJsonObject(EvaluationFile.VALIDATION_KEY), most)));
        } catch (IllegalStateException | UnsupportedOperationException | IllegalArgumentException e) {
            throw new IOException("evaluation.json does not hold an evaluation: " + e.getMessage(), e);
        }
        return new RunResults(record, subsets, evaluation.map(RunResults::opening).orElse(OptionalLong.empty()));
    }

    private static OptionalLong opening(JsonObject evaluation) {
        return evaluation.has(EvaluationFile.OPENING_KEY)
                ? OptionalLong.of(evaluation.getAsJsonObject(EvaluationFile.OPENING_KEY).get("number").getAsLong()) : OptionalLong.empty();
    }

    /**
     * The outputs on one subset.
     *
     * @param folders the run, or those that were measured together
     * @param json the evaluation of the subset
     * @param most how many of the worst cases are wanted; 0 leaves the file of the predictions alone
     */
    static List<OutputResults> of(List<RunFolder> folders, JsonObject json, int most) {
        OutputReport first = new OutputReport(json);
        List<OutputReport> reports = EvaluationFile.outputs(json).stream().map(OutputReport::new)
                .filter(OutputReport::measured).toList();
        boolean several = reports.size() > 1;
        return reports.stream().map(report -> new OutputResults(first.part(), several ? report.output() : "",
                first.count("patients"), report, worst(folders, first.part(), report, several, most))).toList();
    }

    /** The samples of a subset that the model did worst on; none while no single scores are kept. */
    private static List<WorstCase> worst(List<RunFolder> folders, String subset, OutputReport report, boolean several,
            int most) {
        boolean ofSamples = report.task().filter(task -> task == OutputTask.BINARY || task == OutputTask.CATEGORY)
                .isPresent();
        List<String> categories = List.copyOf(report.categories().keySet());
        if (most == 0 || !ofSamples || categories.size() < 2) {
            return List.of();
        }
        Optional<String> output = several ? Optional.of(report.output()) : Optional.empty();
        return folders.stream().flatMap(folder -> predictions(folder, subset, output, categories))
                .map(row -> WorstCase.of(categories, row)).sorted(Comparator.comparingDouble(WorstCase::score))
                .limit(most).toList();
    }

    private static Stream<Prediction> predictions(RunFolder folder, String subset, Optional<String> output,
            List<String> categories) {
        if (!Files.isRegularFile(folder.predictions())) {
            return Stream.empty();
        }
        PredictionsFile file = new PredictionsFile(folder.predictions());
        Predictions predictions = output.isPresent() ? file.read(output.get(), categories) : file.read(categories);
        return predictions.ofSubset(subset).rows().stream().filter(row -> !row.label().isEmpty());
    }
}
