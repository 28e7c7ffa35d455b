// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.encoding.FittedFile;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.device.DevicePlace;
import org.vesalius.worker.predict.EncodedSamples;
import org.vesalius.worker.predict.Prediction;
import org.vesalius.worker.run.BuiltNetwork;
import org.vesalius.worker.run.WorkerContext;

/**
 * {@code predict <run> --out predictions.csv}: what the best model of a run says about the samples of a
 * {@link PredictionQuestion} on standard input. Samples that can't be used are told, files by their numbers in the question,
 * with the reasons, and make the verb fail after the others are predicted.
 */
public final class PredictVerb implements Verb {
    /** So many are named; an answer is bounded. */
    private static final int MOST_TOLD = 1000;

    private final WorkerContext context;
    private final InputStream in;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param in gives the question
     * @param result gets the number of rows, the epoch of the model, the samples that can't be used, and remarks
     */
    public PredictVerb(WorkerContext context, InputStream in, ResultOutput result) {
        this.context = context;
        this.in = in;
        this.result = result;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        Path out = Path.of(arguments.option("--out")
                .orElseThrow(() -> new UsageException("--out predictions.csv is missing")));
        PredictionQuestion question = PredictionQuestion.read(in);
        RunFolder folder = new RunFolder(arguments.folder());
        try (DevicePlace device = new QuestionDevice(context, result).take(folder, "prediction");
                BuiltNetwork built = BuiltNetwork.of(folder, context)) {
            StoredModel model = built.loadBest(folder);
            EncodedSamples samples = Prediction.samples(question, built.loaded().bindings(), built.encodings(folder),
                    FittedFile.arrayScales(folder.arrayScales()).read().orElse(Map.of()), context.experiments().readers());
            Prediction prediction = new Prediction(built.network(), built.scores(folder), samples,
                    built.settings().getBatchSize());
            write(prediction, out);
            result.write(summary(model, prediction, samples));
            return samples.unreadable().isEmpty() ? OK : FAILED;
        }
    }

    private static void write(Prediction prediction, Path out) {
        try {
            new PredictionsFile(out).write(prediction.kinds(), prediction::predict);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The predictions can't be written, or what they are of can't"
                    + " be read.", out, "Check that folders and files exist, their permissions and the space on the disk.",
                    e);
        }
    }

    private static JsonObject summary(StoredModel model, Prediction prediction, EncodedSamples samples) {
        JsonObject summary = new JsonObject();
        summary.addProperty("epoch", model.state().epoch());
        summary.addProperty("rows", prediction.rows());
        summary.addProperty("left_out", samples.unreadable().size());
        JsonArray unreadable = new JsonArray();
        samples.unreadable().entrySet().stream().limit(MOST_TOLD).forEach(entry -> {
            JsonObject sample = new JsonObject();
            sample.add("sample", new Gson().toJsonTree(samples.samples().place(entry.getKey())));
            sample.addProperty("reason", entry.getValue());
            unreadable.add(sample);
        });
        summary.add("unreadable", unreadable);
        summary.add("remarks", new Gson().toJsonTree(samples.remarks()));
        return summary;
    }
}
