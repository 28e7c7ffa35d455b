// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.KerasWords;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/**
 * Activations that Vesalius has no word for, by layers that compute the same. Source of their formulas: keras.io,
 * "Layer activation functions".
 */
final class FunctionCompositions {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    /** min(1, max(0, x/6 + ½)) of Keras 3 is the hard sigmoid of Vesalius, which has 0.2 for 1/6, of this times x. */
    private static final double HARD_SIGMOID_SCALE = 5.0 / 6;
    private static final double USUAL_SLOPE = 0.2;
    private static final Set<String> COMPOSED = Set.of("leaky_relu", "hard_silu", "hard_swish", "log_sigmoid",
            "tanh_shrink", "hard_tanh", "softmin", "celu");

    private FunctionCompositions() {
    }

    static List<Composition> all() {
        return List.of(
                new Composition(use -> use.layer().type().equals("Activation")
                        && isComposed(KerasWords.word(use.setting("activation").orElse(new JsonPrimitive("linear"))),
                                use.version()),
                        use -> {
                            use.knows("activation");
                            return List.of(apply(KerasWords.word(use.setting("activation").get()), use, use.input()));
                        }),
                new Composition(use -> use.layer().type().equals("ReLU") && limit(use) > 0 && limit(use) != 6,
                        use -> List.of(limited(use))));
    }

    /** Whether a word stands for a function that one layer with an activation can apply. */
    static boolean isSimple(String word, KerasVersion version) {
        return !isComposed(word, version) && KerasWords.find(Literals.ACTIVATION_FUNCTION, word).isPresent();
    }

    private static boolean isComposed(String word, KerasVersion version) {
        return COMPOSED.contains(word) || word.equals("hard_sigmoid") && version.major() == 3;
    }

    /** The result of a function that is put together. */
    private static Value apply(String word, LayerUse use, Value in) {
        return switch (word) {
            case "leaky_relu" -> use.add(Parts.leaky(USUAL_SLOPE), "", in);
            case "hard_sigmoid" -> hardSigmoid(use, "", in);
            case "hard_silu", "hard_swish" -> use.add(MAKE.createMultiply(), "", in, hardSigmoid(use, "_gate", in));
            case "log_sigmoid" -> use.add(Parts.rescaling(-1, 0), "", use.add(
                    Parts.function(ActivationFunction.SOFTPLUS), "_softplus", negative(use, in)));
            case "tanh_shrink" -> use.add(MAKE.createSubtract(), "", in,
                    use.add(Parts.function(ActivationFunction.TANH), "_tanh", in));
            case "hard_tanh" -> use.add(Parts.rescaling(1.0 / 3, -1), "", use.add(
                    Parts.function(ActivationFunction.RELU6), "_limit", use.add(Parts.rescaling(3, 3), "_scale", in)));
            case "softmin" -> in.channelsFirst() ? use.refuse("it is not known for channels that come first")
                    : use.add(Parts.function(ActivationFunction.SOFTMAX), "", negative(use, in));
            case "celu" -> use.add(MAKE.createELU(), "", in);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Value negative(LayerUse use, Value in) {
        return use.add(Parts.rescaling(-1, 0), "_negative", in);
    }

    private static Value hardSigmoid(LayerUse use, String suffix, Value in) {
        return use.add(Parts.function(ActivationFunction.HARD_SIGMOID), suffix,
                use.add(Parts.rescaling(HARD_SIGMOID_SCALE, 0), suffix + "_scale", in));
    }

    /** The largest result of a relu, 0 for none. */
    private static double limit(LayerUse use) {
        return use.setting("max_value").filter(JsonValues::isNumber).map(JsonElement::getAsDouble).orElse(0.0);
    }

    /** min(m, max(0, x)) is m/6 times the relu6 of 6/m times x. */
    private static Value limited(LayerUse use) {
        use.knows("max_value", "negative_slope", "threshold");
        for (String key : List.of("negative_slope", "threshold")) {
            if (use.setting(key).map(JsonValues::number).orElse(0.0) != 0) {
                throw new UnsupportedSetting("a relu with a " + key.replace('_', ' ') + " and a maximum is not known");
            }
        }
        Value scaled = use.add(Parts.rescaling(6 / limit(use), 0), "_scale", use.input());
        Value cut = use.add(Parts.function(ActivationFunction.RELU6), "_limit", scaled);
        return use.add(Parts.rescaling(limit(use) / 6, 0), "", cut);
    }
}
