// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.output.OutputReport;

/**
 * What {@code evaluation.json} of a run says: of the test subset once that is opened or where it is the fold held out, before of
 * the validation subset.
 *
 * @param part which, as a title
 * @param outputs of each output
 */
public record MeasuredResults(String part, List<OutputReport> outputs) {
    private static final String VALIDATION = "Validation";

    /** Copies the list. */
    public MeasuredResults {
        outputs = List.copyOf(outputs);
    }

    /**
     * Reads the file.
     *
     * @return the results; empty while there is no such file
     * @throws IOException when the file can't be read or is not what it should be
     */
    static Optional<MeasuredResults> read(Path file) throws IOException {
        try {
            return new EvaluationFile(file).read().map(MeasuredResults::of).filter(results -> !results.outputs.isEmpty());
        } catch (IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new IOException(file.getFileName() + " does not hold an evaluation: " + e.getMessage(), e);
        }
    }

    private static MeasuredResults of(JsonObject json) {
        String test = json.has(EvaluationFile.FOLD_KEY) ? "Fold " + json.get(EvaluationFile.FOLD_KEY).getAsString() + ", held out"
                : "Test";
        List<OutputReport> outputs = measured(json);
        return !outputs.isEmpty() || !json.has(EvaluationFile.VALIDATION_KEY) ? new MeasuredResults(test, outputs)
                : new MeasuredResults(VALIDATION, measured(json.getAsJsonObject(EvaluationFile.VALIDATION_KEY)));
    }

    private static List<OutputReport> measured(JsonObject json) {
        return EvaluationFile.outputs(json).stream().map(OutputReport::new).filter(OutputReport::measured).toList();
    }
}
