// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.vesalius.network.exchange.ExportReport;
import org.vesalius.network.exchange.ImportReport;
import org.vesalius.network.exchange.LayerNote;

/** Reports of imports and exports, for programs. */
public final class ExchangeText {

    private ExchangeText() {
        // functions only
    }

    /** What an import made of a file. */
    public static JsonObject toJson(ImportReport report) {
        JsonObject json = document(report.layers(), report.remarks());
        json.addProperty("origin", report.origin());
        json.addProperty("exact", report.exact());
        return json;
    }

    /** What an export made of a network. */
    public static JsonObject toJson(ExportReport report) {
        JsonObject json = document(report.layers(), report.remarks());
        json.addProperty("exact", report.exact());
        return json;
    }

    private static JsonObject document(List<LayerNote> layers, List<String> remarks) {
        JsonArray array = new JsonArray();
        layers.stream().map(ExchangeText::toJson).forEach(array::add);
        JsonObject json = new JsonObject();
        json.add("layers", array);
        json.add("remarks", JsonText.texts(remarks));
        return json;
    }

    private static JsonObject toJson(LayerNote note) {
        JsonObject json = new JsonObject();
        json.addProperty("layer", note.layer());
        json.addProperty("type", note.type());
        json.addProperty("fidelity", note.fidelity().label());
        json.addProperty("note", note.note());
        return json;
    }
}
