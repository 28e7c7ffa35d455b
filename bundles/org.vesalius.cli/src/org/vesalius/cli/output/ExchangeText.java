// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.LayerNote;

/** Reports of imports and exports, for programs. */
public final class ExchangeText {

    private ExchangeText() {
        // functions only
    }

    /** What an import made of a file, with its origin, or an export of a network. */
    public static JsonObject toJson(ExchangeReport report) {
        JsonArray layers = new JsonArray();
        report.layers().stream().map(ExchangeText::toJson).forEach(layers::add);
        JsonObject json = new JsonObject();
        json.add("layers", layers);
        json.add("remarks", JsonText.texts(report.remarks()));
        if (!report.origin().isEmpty()) {
            json.addProperty("origin", report.origin());
        }
        json.addProperty("exact", report.exact());
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
