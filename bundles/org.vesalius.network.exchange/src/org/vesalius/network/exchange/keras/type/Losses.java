// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Loss;
import org.vesalius.network.Output;

/** The losses of a compiled model, as Keras names them. */
public final class Losses {
    private static final Map<String, Loss> NAMES = Map.ofEntries(Map.entry("mse", Loss.MEAN_SQUARED_ERROR),
            Map.entry("meansquarederror", Loss.MEAN_SQUARED_ERROR), Map.entry("mae", Loss.MEAN_ABSOLUTE_ERROR),
            Map.entry("meanabsoluteerror", Loss.MEAN_ABSOLUTE_ERROR),
            Map.entry("binarycrossentropy", Loss.BINARY_CROSS_ENTROPY),
            Map.entry("categoricalcrossentropy", Loss.CATEGORICAL_CROSS_ENTROPY),
            Map.entry("sparsecategoricalcrossentropy", Loss.CATEGORICAL_CROSS_ENTROPY),
            Map.entry("huber", Loss.HUBER), Map.entry("huberloss", Loss.HUBER),
            Map.entry("binaryfocalcrossentropy", Loss.FOCAL), Map.entry("dice", Loss.DICE),
            Map.entry("hinge", Loss.HINGE), Map.entry("kld", Loss.KULLBACK_LEIBLER),
            Map.entry("kldivergence", Loss.KULLBACK_LEIBLER),
            Map.entry("kullbackleiblerdivergence", Loss.KULLBACK_LEIBLER), Map.entry("poisson", Loss.POISSON),
            Map.entry("coxefron", Loss.COX_EFRON), Map.entry("coxbreslow", Loss.COX_BRESLOW),
            Map.entry("discretehazards", Loss.DISCRETE_HAZARDS));
    private static final Map<Loss, String> WORDS = Map.of(Loss.MEAN_SQUARED_ERROR, "mean_squared_error",
            Loss.MEAN_ABSOLUTE_ERROR, "mean_absolute_error", Loss.BINARY_CROSS_ENTROPY, "binary_crossentropy",
            Loss.CATEGORICAL_CROSS_ENTROPY, "categorical_crossentropy", Loss.HUBER, "huber",
            Loss.FOCAL, "binary_focal_crossentropy", Loss.DICE, "dice", Loss.HINGE, "hinge",
            Loss.KULLBACK_LEIBLER, "kl_divergence", Loss.POISSON, "poisson");

    private static final Set<String> KNOWN = Set.of("name", "reduction", "fn", "axis", "from_logits", "delta", "gamma",
            "alpha", "apply_class_balancing", "dtype");

    private Losses() {
    }

    /** The loss of this name or object, empty if Vesalius has none like it. */
    public static Optional<Loss> read(JsonElement json) {
        String name = KerasObjects.className(json).replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NAMES.get(name));
    }

    /** Takes the parameters of a loss that is given as an object. */
    public static void parameters(JsonElement json, Output output) {
        JsonObject config = KerasObjects.config(json);
        number(config, "delta").ifPresent(output::setHuberDelta);
        number(config, "gamma").ifPresent(output::setFocalGamma);
        number(config, "alpha").ifPresent(output::setFocalAlpha);
    }

    /** The word for a loss; an object where it has parameters other than Keras' own. */
    public static JsonElement write(Output output) {
        JsonObject config = new JsonObject();
        if (output.getLoss() == Loss.HUBER) {
            config.addProperty("delta", output.getHuberDelta());
            return KerasObjects.object("Huber", config);
        }
        if (output.getLoss() == Loss.FOCAL) {
            config.addProperty("apply_class_balancing", true);
            config.addProperty("alpha", output.getFocalAlpha());
            config.addProperty("gamma", output.getFocalGamma());
            return KerasObjects.object("BinaryFocalCrossentropy", config);
        }
        return new JsonPrimitive(WORDS.getOrDefault(output.getLoss(), output.getLoss().getLiteral().replace('-', '_')));
    }

    /** Whether Keras has this loss; another one is written by a name that only Vesalius knows. */
    public static boolean inKeras(Loss loss) {
        return WORDS.containsKey(loss);
    }

    /** Settings of a loss, given as an object, that the losses of Vesalius don't have; those that change nothing aside. */
    public static List<String> leftOut(JsonElement json) {
        return KerasObjects.config(json).entrySet().stream()
                .filter(entry -> !KNOWN.contains(entry.getKey()) && !JsonValues.nothing(entry.getValue()))
                .map(entry -> entry.getKey() + " = " + entry.getValue()).toList();
    }

    private static Optional<Double> number(JsonObject config, String key) {
        return Optional.ofNullable(config.get(key)).filter(JsonValues::isNumber).map(JsonElement::getAsDouble);
    }
}
