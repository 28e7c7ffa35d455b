// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.FileExporter;
import org.vesalius.network.exchange.hdf5.Hdf5Group;
import org.vesalius.network.exchange.hdf5.Hdf5Writer;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/** Writes archives that {@code keras.models.load_model} of Keras 3 reads: description, losses and weights. */
public final class KerasArchiveExporter extends FileExporter {
    private static final Format FORMAT = new Format("keras", "Keras 3 model with weights (.keras)", "keras", true);
    private static final String VERSION = "3.3.3";
    /** No real time, so that the same network and weights give the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /**
     * Writes networks of some types.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    public KerasArchiveExporter(LayerCatalog layers, BlockSource blocks) {
        super(FORMAT, layers, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        NetworkAnalysis analysis = analyse(network);
        WeightsOfLayers stored = WeightsOfLayers.of(analysis, weights, file);
        KerasDescription description = new KerasDescription(analysis, stored.weights());
        ArchiveDescription archive = new ArchiveDescription(analysis, description);
        String config = gson.toJson(archive.model());
        Hdf5Group values = ArchiveWeights.of(description, stored);
        save(file, out -> write(config, values, out));
        List<String> remarks = new ArrayList<>(description.remarks());
        remarks.add("Keras wants an optimizer: adam stands in the file; compile the model with yours before you train"
                + " it.");
        return new ExchangeReport(archive.notes(), remarks);
    }

    private void write(String config, Hdf5Group weights, OutputStream out) throws IOException {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("keras_version", VERSION);
        metadata.addProperty("date_saved", "1980-01-01@00:00:00");
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text("metadata.json", gson.toJson(metadata), zip);
        text("config.json", config, zip);
        zip.putNextEntry(entry("model.weights.h5"));
        Hdf5Writer.write(weights, zip);
        zip.closeEntry();
        zip.finish();
    }

    private static void text(String name, String text, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }
}
