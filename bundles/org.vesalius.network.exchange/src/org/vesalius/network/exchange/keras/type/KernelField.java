// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Constraint;
import org.vesalius.network.Initializer;
import org.vesalius.network.Weighted;

/**
 * How the kernel of a layer starts and what keeps it in bounds: initializer, regularizer and constraint.
 *
 * @param prefix what Keras calls the kernel: {@code kernel}, {@code embeddings}, {@code depthwise}
 */
record KernelField(String prefix) implements Field {
    private static final double DEFAULT_PENALTY = 0.01;

    @Override
    public void read(KerasConfig config, EObject object) {
        Weighted layer = (Weighted) object;
        config.take(prefix + "_initializer").ifPresent(value -> Initializers.read(value).ifPresentOrElse(
                layer::setInitializer, () -> config.remark("its initial weights are chosen as Vesalius does, not as "
                        + Initializers.name(value))));
        config.take(prefix + "_regularizer").ifPresent(value -> readPenalty(value, layer, config));
        config.take(prefix + "_constraint").ifPresent(value -> readConstraint(value, layer, config));
    }

    @Override
    public void write(EObject object, JsonObject config) {
        Weighted layer = (Weighted) object;
        if (layer.getInitializer() != Initializer.USUAL) {
            config.add(prefix + "_initializer", Initializers.write(layer.getInitializer()));
        }
        config.add(prefix + "_regularizer", penalty(layer));
        config.add(prefix + "_constraint", constraint(layer));
    }

    private static void readPenalty(JsonElement value, Weighted layer, KerasConfig config) {
        JsonObject penalty = KerasObjects.config(value);
        String kind = KerasObjects.className(value);
        switch (kind) {
            case "L1L2", "L1", "L2", "l1", "l2", "l1_l2" -> {
                layer.setL1(amount(penalty, "l1", kind));
                layer.setL2(amount(penalty, "l2", kind));
            }
            default -> config.differs("its regularizer " + kind + " is left out");
        }
    }

    private static double amount(JsonObject penalty, String key, String kind) {
        JsonElement value = penalty.get(key);
        if (JsonValues.isNumber(value)) {
            return value.getAsDouble();
        }
        return penalty.isEmpty() && kind.contains(key) ? DEFAULT_PENALTY : 0;
    }

    private static JsonElement penalty(Weighted layer) {
        if (layer.getL1() == 0 && layer.getL2() == 0) {
            return JsonNull.INSTANCE;
        }
        JsonObject amounts = new JsonObject();
        amounts.addProperty("l1", layer.getL1());
        amounts.addProperty("l2", layer.getL2());
        return KerasObjects.object("L1L2", amounts);
    }

    private static void readConstraint(JsonElement value, Weighted layer, KerasConfig config) {
        JsonObject settings = KerasObjects.config(value);
        String kind = KerasObjects.className(value);
        switch (kind) {
            case "MaxNorm", "max_norm" -> {
                layer.setConstraint(Constraint.MAX_NORM);
                layer.setConstraintLimit(JsonValues.isNumber(settings.get("max_value"))
                        ? settings.get("max_value").getAsDouble() : 2);
            }
            case "UnitNorm", "unit_norm" -> layer.setConstraint(Constraint.UNIT_NORM);
            case "NonNeg", "non_neg" -> layer.setConstraint(Constraint.NON_NEGATIVE);
            default -> config.differs("its constraint " + kind + " is left out");
        }
    }

    private static JsonElement constraint(Weighted layer) {
        JsonObject settings = new JsonObject();
        return switch (layer.getConstraint()) {
            case NONE -> JsonNull.INSTANCE;
            case NON_NEGATIVE -> KerasObjects.object("NonNeg", settings);
            case UNIT_NORM -> {
                settings.addProperty("axis", 0);
                yield KerasObjects.object("UnitNorm", settings);
            }
            case MAX_NORM -> {
                settings.addProperty("max_value", layer.getConstraintLimit());
                settings.addProperty("axis", 0);
                yield KerasObjects.object("MaxNorm", settings);
            }
        };
    }
}
