// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.Predictions;
import org.vesalius.evaluation.PredictionsFile;
import org.vesalius.experiment.run.ImageList;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.measure.ImagePrediction;
import org.vesalius.worker.run.BuiltNetwork;
import org.vesalius.worker.run.WorkerContext;

/**
 * {@code predict <run> --out predictions.csv --images list.json}: what the best model of a run says about the images of
 * an {@link ImageList}. Images that can't be read are listed, and make the verb fail after the others are predicted.
 */
public final class PredictVerb implements Verb {
    private final WorkerContext context;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param result gets the number of rows and the unreadable images
     */
    public PredictVerb(WorkerContext context, ResultOutput result) {
        this.context = context;
        this.result = result;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        Path out = Path.of(arguments.option("--out")
                .orElseThrow(() -> new UsageException("--out predictions.csv is missing")));
        List<String> images = new ImageList(Path.of(arguments.option("--images")
                .orElseThrow(() -> new UsageException("--images list.json is missing")))).read();
        RunFolder folder = new RunFolder(arguments.folder());
        try (BuiltNetwork built = BuiltNetwork.of(folder, context)) {
            built.loadBest(folder);
            ImagePrediction prediction = ImagePrediction.of(built.network(), built.loaded().bindings(), images,
                    context.experiments().readers(), built.settings().getBatchSize());
            write(prediction.predictions(), out);
            result.write(summary(prediction));
            return prediction.unreadable().isEmpty() ? OK : FAILED;
        }
    }

    private static void write(Predictions predictions, Path out) {
        try {
            new PredictionsFile(out, predictions.categories()).write(predictions);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The predictions can't be written.", out,
                    "Check that the folder exists, its permissions and the space on its disk.", e);
        }
    }

    private static JsonObject summary(ImagePrediction prediction) {
        JsonObject summary = new JsonObject();
        summary.addProperty("rows", prediction.predictions().rows().size());
        JsonArray unreadable = new JsonArray();
        prediction.unreadable().forEach(unreadable::add);
        summary.add("unreadable", unreadable);
        return summary;
    }
}
