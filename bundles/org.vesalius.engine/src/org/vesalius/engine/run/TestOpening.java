// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.journal.DatasetJournal;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.experiment.run.EvaluationQuestion;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.TestPart;

/**
 * The only way to what the model of a run does on the test part of its data set: recorded in the journal of the data set before
 * anybody sees it.
 *
 * @param folder the run
 * @param clock dates the record
 */
record TestOpening(RunFolder folder, Clock clock) {

    /**
     * Whether a measurement looks at a test part that is shut.
     *
     * @throws ReportedException if it asks for test samples, and there are none
     */
    boolean isAskedFor(EvaluationQuestion question) {
        if (question.subset() != Subset.TEST) {
            return false;
        }
        refuseNoSamples();
        return new TestPart(folder).exists();
    }

    private void refuseNoSamples() {
        if (Files.isRegularFile(folder.dataset().resolve(DatasetFiles.MANIFEST))
                && new DatasetFiles().load(folder.dataset()).samples(Subset.TEST).isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The data set of the run has no test samples.", folder.path(),
                    "Measure on its validation samples, or train on a data set with a test part.");
        }
    }

    /**
     * Measures, records it, and keeps predictions and evaluation in the run.
     *
     * @param worker measures, given options that tell it where to leave both
     * @return the evaluation with {@code opening}: its {@code number}, {@code at}, {@code user}, {@code purpose} and the folder of
     *         the {@code dataset}
     * @throws ReportedException if the run goes on, or it can't be recorded or kept
     */
    JsonObject evaluate(EvaluationQuestion question, Function<List<String>, JsonObject> worker) {
        if (RunStatus.of(folder).state().live()) {
            throw new ReportedException(ErrorKind.BUSY, "The run goes on, so which model is its best isn't decided yet. The test"
                    + " part stays shut.", folder.path(), "Let it end, or stop it, and evaluate it then.");
        }
        TestPart part = new TestPart(folder);
        Path dataset = part.dataset(question.dataset());
        try (Exchange kept = Exchange.about("opening")) {
            JsonObject answer = worker.apply(List.of("--keep", kept.folder().toString()));
            Instant now = clock.instant();
            JsonObject opening = new JsonObject();
            opening.addProperty("number", part.open(dataset, now, TestPart.EVALUATE, question.purpose()));
            opening.addProperty("at", now.toString());
            opening.addProperty("user", System.getProperty("user.name", ""));
            opening.addProperty("purpose", question.purpose());
            opening.addProperty("dataset", dataset.toString());
            keep(kept.folder(), opening);
            answer.add(EvaluationFile.OPENING_KEY, opening);
            return answer;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "What was measured can't be kept in the run.", folder.path(),
                    "Check the permissions of its folder and the space on its disk.", e);
        }
    }

    private void keep(Path from, JsonObject opening) throws IOException {
        Path measured = from.resolve(RunFolder.EVALUATION);
        if (!Files.exists(measured)) {
            return;
        }
        JsonObject evaluation = JsonParser.parseString(Files.readString(measured, StandardCharsets.UTF_8)).getAsJsonObject();
        JsonObject shown = opening.deepCopy();
        // it may move, and a run folder is handed on
        shown.remove("dataset");
        evaluation.add(EvaluationFile.OPENING_KEY, shown);
        new AtomicFile(folder.predictions()).write(out -> Files.copy(from.resolve(RunFolder.PREDICTIONS), out));
        new AtomicFile(folder.evaluation()).writeText(
                new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(evaluation) + "\n");
    }

    /**
     * Records that the samples of a data set are predicted, if some of its test part are among them.
     *
     * @throws ReportedException if it can't be recorded; nothing may be predicted then
     */
    void predict(PredictionQuestion question) {
        if (question.dataset().isEmpty()) {
            return;
        }
        Dataset dataset = new DatasetFiles().load(Path.of(question.dataset()));
        List<Sample> asked = dataset.samples().stream().filter(sample -> question.subset().isEmpty()
                || dataset.subset(sample).filter(subset -> subset.text().equals(question.subset())).isPresent()).toList();
        TestPart part = new TestPart(folder);
        Set<Path> journals = part.journals(dataset, asked);
        journals.forEach(journal -> new DatasetJournal(journal).requireWritable());
        Instant now = clock.instant();
        journals.forEach(journal -> part.open(journal, now, TestPart.PREDICT, ""));
    }
}
