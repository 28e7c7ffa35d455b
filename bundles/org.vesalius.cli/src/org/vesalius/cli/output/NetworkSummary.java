// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/**
 * The layers of a network with shapes and counts, as people and programs read them.
 *
 * @param network the network
 * @param analysis what is known about it
 * @param batch samples computed together, for memory
 */
public record NetworkSummary(Network network, NetworkAnalysis analysis, int batch) {
    private static final String UNKNOWN = "?";
    private static final double MEBI = 1 << 20;

    /** The table and the totals below it. */
    public List<String> lines() {
        Table table = new Table("Layer", "Type", "Output shape", "Parameters", "FLOPs", "Connected to");
        addRows(network, "", table);
        List<String> lines = new ArrayList<>(table.lines());
        ParameterCount count = analysis.totalParameters();
        lines.add("");
        lines.add("Parameters: " + number(count.total()) + " (trained " + number(count.trainable()) + ", kept "
                + number(count.fixed()) + ")");
        lines.add("FLOPs of one sample: " + text(analysis.totalFlops()));
        lines.add("Memory of results, batch of " + batch + ": " + mebibytes(analysis.activationBytes(batch)));
        return lines;
    }

    /** The same as a document. */
    public JsonObject json() {
        JsonArray layers = new JsonArray();
        addJson(network, "", layers);
        ParameterCount count = analysis.totalParameters();
        JsonObject document = new JsonObject();
        document.addProperty("name", network.getName());
        document.add("layers", layers);
        document.addProperty("parameters", count.total());
        document.addProperty("trainableParameters", count.trainable());
        document.add("flops", json(analysis.totalFlops()));
        document.addProperty("batch", batch);
        document.add("activationBytes", json(analysis.activationBytes(batch)));
        document.add("problems", ProblemText.toJson(analysis.problems()));
        return document;
    }

    private void addRows(LayerGraph graph, String indent, Table table) {
        for (Layer layer : graph.getLayers()) {
            table.add(indent + layer.getName(), type(layer), shape(layer),
                    number(analysis.parameters(layer).total()), text(analysis.flops(layer)), sources(layer));
            if (layer instanceof Block block) {
                addRows(block, indent + "  ", table);
            }
        }
    }

    private void addJson(LayerGraph graph, String block, JsonArray layers) {
        for (Layer layer : graph.getLayers()) {
            JsonObject json = new JsonObject();
            json.addProperty("id", layer.getId());
            json.addProperty("name", layer.getName());
            json.addProperty("block", block);
            json.addProperty("type", layer.eClass().getName());
            json.add("shape", analysis.shapeOf(layer).map(Shape::display).<JsonElement>map(JsonPrimitive::new)
                    .orElse(JsonNull.INSTANCE));
            json.addProperty("parameters", analysis.parameters(layer).total());
            json.addProperty("trainableParameters", analysis.parameters(layer).trainable());
            json.add("flops", json(analysis.flops(layer)));
            json.add("connectedTo", JsonText.texts(names(layer)));
            layers.add(json);
            if (layer instanceof Block inner) {
                addJson(inner, layer.getId(), layers);
            }
        }
    }

    private static String type(Layer layer) {
        String label = LayerInfo.of(layer.eClass()).label();
        return layer instanceof Block block && block.getRepeat() > 1 ? label + " ×" + block.getRepeat() : label;
    }

    private String shape(Layer layer) {
        return analysis.shapeOf(layer).map(Shape::display).orElse(UNKNOWN);
    }

    private static String sources(Layer layer) {
        return String.join(", ", names(layer));
    }

    private static List<String> names(Layer layer) {
        return Inputs.of(layer).stream().map(Layer::getName).toList();
    }

    private static JsonElement json(OptionalLong number) {
        return number.isPresent() ? new JsonPrimitive(number.getAsLong()) : JsonNull.INSTANCE;
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? number(number.getAsLong()) : UNKNOWN;
    }

    private static String mebibytes(OptionalLong bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.1f MiB", bytes.getAsLong() / MEBI) : UNKNOWN;
    }

    private static String number(long value) {
        return value == Long.MAX_VALUE ? "too many to count" : String.format(Locale.ROOT, "%,d", value);
    }
}
