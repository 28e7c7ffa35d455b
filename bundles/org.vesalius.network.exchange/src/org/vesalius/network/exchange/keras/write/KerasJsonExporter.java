// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ComputableNetwork;
import org.vesalius.network.exchange.ExportReport;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.weights.NetworkWeights;

/** Writes the description of a model that {@code keras.models.model_from_json} of Keras 2 reads. */
public final class KerasJsonExporter implements NetworkExporter {
    private final BlockSource blocks;

    /** For networks without blocks in files of their own. */
    public KerasJsonExporter() {
        this(BlockSource.none());
    }

    /** @param blocks where blocks in files come from */
    public KerasJsonExporter(BlockSource blocks) {
        this.blocks = blocks;
    }

    @Override
    public String id() {
        return "keras-json";
    }

    @Override
    public String label() {
        return "Keras description without weights (.json)";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public boolean wantsWeights() {
        return false;
    }

    @Override
    public ExportReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        KerasDescription description = new KerasDescription(new ComputableNetwork(blocks).analyze(network),
                NetworkWeights.empty());
        String json = new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(description.model());
        try {
            new AtomicFile(file).writeText(json + "\n");
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The description can't be written.", file,
                    "Check the folder, your permissions and the space on the disk.", e);
        }
        List<String> remarks = new ArrayList<>(description.remarks());
        remarks.add("Losses are no part of a description; compile the model in Keras before you train it.");
        return new ExportReport(description.notes(), remarks);
    }
}
