// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.keras.model.KerasModel;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.Losses;

/** Puts an Output behind each result of a model, with the loss it was compiled with or one that suits it. */
final class OutputPlacer {
    private final GraphTarget target;
    private final ImportContext.Notes report;
    private final Optional<JsonObject> training;

    OutputPlacer(GraphTarget target, ImportContext.Notes report, Optional<JsonObject> training) {
        this.target = target;
        this.report = report;
        this.training = training;
    }

    void place(KerasModel model, List<Value> results) {
        for (int i = 0; i < results.size(); i++) {
            Value result = results.get(i);
            String name = model.outputs().get(i).layer();
            Output output = NetworkFactory.eINSTANCE.createOutput();
            Optional<JsonElement> loss = setting("loss", name, i, results.size());
            Optional<Loss> known = loss.flatMap(Losses::read);
            output.setLoss(known.orElseGet(() -> guess(result.source())));
            loss.ifPresent(json -> Losses.parameters(json, output));
            setting("loss_weights", name, i, results.size()).filter(JsonValues::isNumber)
                    .ifPresent(weight -> output.setLossWeight(weight.getAsDouble()));
            remark(name, loss, known, output.getLoss());
            target.add(output, name + "_output", List.of(result));
        }
    }

    private void remark(String name, Optional<JsonElement> stored, Optional<Loss> known, Loss chosen) {
        if (stored.isEmpty()) {
            report.remark("The file names no loss for " + name + "; " + chosen.getLiteral()
                    + " was chosen, which suits its last activation.");
        } else if (known.isEmpty()) {
            report.remark("The loss " + KerasObjects.className(stored.get()) + " of " + name + " is not known; "
                    + chosen.getLiteral() + " was chosen in its place.");
        } else if (KerasObjects.className(stored.get()).toLowerCase(Locale.ROOT).contains("sparse")) {
            report.remark("Labels of " + name + " were numbers of classes in Keras; here they are categories.");
        }
        stored.map(Losses::leftOut).filter(settings -> !settings.isEmpty()).ifPresent(settings -> report.remark(
                "The loss of " + name + " was set up with " + String.join(", ", settings)
                        + ", which is left out; predictions don't change."));
        stored.map(KerasObjects::config).map(config -> config.get("from_logits"))
                .filter(value -> value != null && value.isJsonPrimitive() && value.getAsBoolean())
                .ifPresent(value -> report.remark("The loss of " + name + " took numbers before the last activation"
                        + " (from_logits): add an Activation before the Output to train it further."));
    }

    /** A training setting that is one for all outputs, a list in their order, or named by their layers. */
    private Optional<JsonElement> setting(String key, String layer, int index, int count) {
        return training.map(json -> json.get(key)).filter(value -> !value.isJsonNull())
                .flatMap(value -> of(value, layer, index, count));
    }

    private static Optional<JsonElement> of(JsonElement value, String layer, int index, int count) {
        if (value.isJsonArray()) {
            JsonArray list = value.getAsJsonArray();
            return index < list.size() ? Optional.of(list.get(index)).filter(it -> !it.isJsonNull()) : Optional.empty();
        }
        boolean named = value.isJsonObject() && !value.getAsJsonObject().has("class_name");
        return named ? Optional.ofNullable(value.getAsJsonObject().get(layer)).filter(it -> !it.isJsonNull())
                : Optional.of(value);
    }

    private static Loss guess(Layer last) {
        return switch (activation(last)) {
            case SIGMOID, HARD_SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            case SOFTMAX -> Loss.CATEGORICAL_CROSS_ENTROPY;
            default -> Loss.MEAN_SQUARED_ERROR;
        };
    }

    private static ActivationFunction activation(Layer last) {
        if (last instanceof TimeDistributed wrapper && wrapper.getLayer() != null) {
            return activation(wrapper.getLayer());
        }
        if (last instanceof Activation activation) {
            return activation.getFunction();
        }
        for (EAttribute attribute : last.eClass().getEAllAttributes()) {
            if (attribute.getName().equals("activation")) {
                return (ActivationFunction) last.eGet(attribute);
            }
        }
        return ActivationFunction.LINEAR;
    }
}
