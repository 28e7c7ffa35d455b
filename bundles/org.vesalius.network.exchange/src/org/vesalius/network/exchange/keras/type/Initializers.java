// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.vesalius.network.Initializer;

/** How weights start, as Keras says it. */
final class Initializers {
    private static final double USUAL_SPREAD = 0.05;

    private Initializers() {
    }

    /** The initializer, empty where Vesalius has none like it. */
    static Optional<Initializer> read(JsonElement value) {
        JsonObject config = KerasObjects.config(value);
        return switch (name(value)) {
            case "variancescaling" -> scaled(config);
            case "randomuniform", "random_uniform", "uniform" -> Optional.of(Initializer.RANDOM_UNIFORM)
                    .filter(it -> is(config, "maxval", USUAL_SPREAD) && is(config, "minval", -USUAL_SPREAD));
            case "randomnormal", "random_normal", "normal" -> Optional.of(Initializer.RANDOM_NORMAL)
                    .filter(it -> is(config, "stddev", USUAL_SPREAD) && is(config, "mean", 0));
            case "glorotuniform" -> Optional.of(Initializer.GLOROT_UNIFORM);
            case "glorotnormal" -> Optional.of(Initializer.GLOROT_NORMAL);
            case "heuniform" -> Optional.of(Initializer.HE_UNIFORM);
            case "henormal" -> Optional.of(Initializer.HE_NORMAL);
            case "lecununiform" -> Optional.of(Initializer.LECUN_UNIFORM);
            case "lecunnormal" -> Optional.of(Initializer.LECUN_NORMAL);
            case "zero" -> Optional.of(Initializer.ZEROS);
            case "one" -> Optional.of(Initializer.ONES);
            default -> Optional.ofNullable(Initializer.get(name(value).replace('_', '-')))
                    .filter(it -> it != Initializer.USUAL);
        };
    }

    /** The word or object for an initializer that is not "usual". */
    static JsonElement write(Initializer initializer) {
        StringBuilder name = new StringBuilder();
        for (String word : initializer.getLiteral().split("-")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return KerasObjects.object(name.toString(), new JsonObject());
    }

    static String name(JsonElement value) {
        return KerasObjects.className(value).toLowerCase(Locale.ROOT);
    }

    private static Optional<Initializer> scaled(JsonObject config) {
        double scale = JsonValues.isNumber(config.get("scale")) ? config.get("scale").getAsDouble() : 1;
        String mode = JsonValues.memberText(config, "mode").orElse("fan_in");
        boolean uniform = JsonValues.memberText(config, "distribution").orElse("").equals("uniform");
        if (mode.equals("fan_avg") && scale == 1) {
            return Optional.of(uniform ? Initializer.GLOROT_UNIFORM : Initializer.GLOROT_NORMAL);
        }
        if (mode.equals("fan_in") && scale == 1) {
            return Optional.of(uniform ? Initializer.LECUN_UNIFORM : Initializer.LECUN_NORMAL);
        }
        if (mode.equals("fan_in") && scale == 2) {
            return Optional.of(uniform ? Initializer.HE_UNIFORM : Initializer.HE_NORMAL);
        }
        return Optional.empty();
    }

    private static boolean is(JsonObject config, String key, double expected) {
        JsonElement value = config.get(key);
        return !JsonValues.isNumber(value) || Math.abs(value.getAsDouble() - expected) < 1e-6;
    }
}
