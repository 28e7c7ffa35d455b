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
 * What {@code evaluation.json} of a run says about the test subset.
 *
 * @param outputs of each output; none while the test subset isn't measured
 */
public record TestResults(List<OutputReport> outputs) {
    /** Copies the list. */
    public TestResults {
        outputs = List.copyOf(outputs);
    }

    /**
     * Reads the file.
     *
     * @return the results; empty while there is no such file
     * @throws IOException when the file can't be read or is not what it should be
     */
    static Optional<TestResults> read(Path file) throws IOException {
        try {
            return new EvaluationFile(file).read().map(TestResults::of).filter(results -> !results.outputs.isEmpty());
        } catch (IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new IOException(file.getFileName() + " does not hold an evaluation: " + e.getMessage(), e);
        }
    }

    private static TestResults of(JsonObject json) {
        return new TestResults(
                EvaluationFile.outputs(json).stream().map(OutputReport::new).filter(OutputReport::measured).toList());
    }
}
