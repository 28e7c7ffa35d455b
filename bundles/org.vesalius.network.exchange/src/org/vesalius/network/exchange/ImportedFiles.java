// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Layer;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.WeightsFile;

/** Writes what an import gave, so that it can be opened again: all is read once more before it replaces a file. */
public final class ImportedFiles {
    private static final String OPENED =
            "The model can't be imported: the network made of it could not be opened again. ";
    private static final String REMEDY = "Nothing was written. Report this with the model, if you may pass it on.";

    private final LayerCatalog layers;
    private final NetworkFiles files;

    /** @param layers the layer types that there are */
    public ImportedFiles(LayerCatalog layers) {
        this.layers = layers;
        files = new NetworkFiles(layers);
    }

    /**
     * The content of the network's file, which was read again and found to be the same.
     *
     * @throws ReportedException if a network file can't hold it, or weights belong to no layer of it
     */
    public byte[] content(ImportedNetwork imported) {
        byte[] content = files.toBytes(imported.network());
        try {
            byte[] again = files.toBytes(files.load(new ByteArrayInputStream(content), "the imported network"));
            if (!Arrays.equals(content, again)) {
                throw unreadable("It is another one when it is read again.");
            }
        } catch (ReportedException e) {
            throw unreadable(e);
        }
        requireOwners(imported);
        return content;
    }

    /**
     * Replaces the file of the network, and that of its weights beside it if there are any.
     *
     * @return what was written
     * @throws ReportedException if it can't be opened again, or can't be written
     */
    public List<Path> write(ImportedNetwork imported, Path target) {
        content(imported);
        List<Path> written = new ArrayList<>(List.of(target));
        imported.weights().ifPresent(weights -> {
            WeightsFile beside = WeightsFile.beside(target);
            beside.saveChecked(weights);
            written.add(beside.path());
        });
        files.save(imported.network(), target);
        return written;
    }

    private void requireOwners(ImportedNetwork imported) {
        if (imported.weights().isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>(new NetworkAnalyser(layers).analyse(imported.network())
                .expanded().orThrow().network().getLayers().stream().map(Layer::getId).toList());
        imported.weights().get().layerIds().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw unreadable("It has weights for '" + id + "', and no such layer.");
        });
    }

    private static ReportedException unreadable(String reason) {
        return new ReportedException(ErrorKind.INVALID_INPUT, OPENED + reason, REMEDY);
    }

    private static ReportedException unreadable(ReportedException cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, OPENED + cause.getMessage(), REMEDY, cause);
    }
}
