// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.vesalius.experiment.encoding.ArrayScalesFile;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.run.ImageList;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.device.DevicePlace;
import org.vesalius.worker.measure.ImagePrediction;
import org.vesalius.worker.run.BuiltNetwork;
import org.vesalius.worker.run.WorkerContext;

/**
 * {@code predict <run> --out predictions.csv}: what the best model of a run says about the images of an {@link ImageList}
 * on standard input. Images that can't be read are told by their numbers in the list, with the reasons, and make the verb
 * fail after the others are predicted.
 */
public final class PredictVerb implements Verb {
    private final WorkerContext context;
    private final InputStream in;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param in gives the list of images
     * @param result gets the number of rows, the epoch of the model, and the unreadable images
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
        List<String> images = ImageList.read(in).images();
        RunFolder folder = new RunFolder(arguments.folder());
        try (DevicePlace device = new QuestionDevice(context, result).take(folder, "prediction");
                BuiltNetwork built = BuiltNetwork.of(folder, context)) {
            StoredModel model = built.loadBest(folder);
            ImagePrediction prediction = ImagePrediction.of(built.network(), built.loaded().bindings(), built.scores(folder),
                    new ArrayScalesFile(folder.arrayScales()).read(), images,
                    context.experiments().readers(), built.settings().getBatchSize());
            write(prediction, out);
            result.write(summary(model, prediction));
            return prediction.unreadable().isEmpty() ? OK : FAILED;
        }
    }

    private static void write(ImagePrediction prediction, Path out) {
        try {
            new PredictionsFile(out).write(prediction.kinds(), rows -> {
                for (ImagePrediction.Row row : prediction.rows()) {
                    rows.add(row.image(), "", row.answers());
                }
            });
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The predictions can't be written.", out,
                    "Check that the folder exists, its permissions and the space on its disk.", e);
        }
    }

    private static JsonObject summary(StoredModel model, ImagePrediction prediction) {
        JsonObject summary = new JsonObject();
        summary.addProperty("epoch", model.state().epoch());
        summary.addProperty("rows", prediction.rows().size());
        JsonArray unreadable = new JsonArray();
        prediction.unreadable().forEach((number, reason) -> {
            JsonObject image = new JsonObject();
            image.addProperty("image", number);
            image.addProperty("reason", reason);
            unreadable.add(image);
        });
        summary.add("unreadable", unreadable);
        return summary;
    }
}
