// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.NetworkImporter;
import org.vesalius.network.exchange.onnx.graph.ModelFile;
import org.vesalius.network.exchange.onnx.read.ModelReader;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Reads ONNX models: those of Vesalius as they were drawn, those of other tools operator by operator. Images come
 * channels last; kernels are permuted so that predictions stay the same.
 */
public final class OnnxImporter implements NetworkImporter {
    private final LayerCatalog catalog;

    /** @param catalog the layer types that there are */
    public OnnxImporter(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String label() {
        return "ONNX model";
    }

    @Override
    public List<String> extensions() {
        return List.of("onnx");
    }

    @Override
    public ImportedNetwork load(Path file) {
        ModelProto model = new ModelFile(file).read();
        return new OwnNotes(catalog).read(model, file).orElseGet(() -> new ModelReader(catalog).read(model, file));
    }
}
