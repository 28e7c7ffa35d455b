// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.run.BuiltNetwork;
import org.vesalius.worker.run.WorkerContext;

/** {@code weights <run> --out model.safetensors}: writes the weights of the best model of a run. */
public final class WeightsVerb implements Verb {
    private final WorkerContext context;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param result gets the epoch of the model and how many layers and numbers were written
     */
    public WeightsVerb(WorkerContext context, ResultOutput result) {
        this.context = context;
        this.result = result;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        Path out = Path.of(arguments.option("--out")
                .orElseThrow(() -> new UsageException("--out model.safetensors is missing")));
        RunFolder folder = new RunFolder(arguments.folder());
        try (BuiltNetwork built = BuiltNetwork.of(folder, context)) {
            StoredModel model = built.loadBest(folder);
            NetworkWeights weights = built.network().weights();
            new WeightsFile(out).save(weights);
            JsonObject summary = new JsonObject();
            summary.addProperty("epoch", model.state().epoch());
            summary.addProperty("layers", weights.layerIds().size());
            summary.addProperty("numbers", weights.count());
            result.write(summary);
        }
        return OK;
    }
}
