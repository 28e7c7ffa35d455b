// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasShapes;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Shape;

/** Layers without weights that do nothing in predictions, and those that only shape what passes. */
final class CoreCompositions {
    private static final Set<String> OF_TRAINING = Set.of("RandomBrightness", "RandomContrast", "RandomCrop",
            "RandomFlip", "RandomHeight", "RandomRotation", "RandomTranslation", "RandomWidth", "RandomZoom",
            "RandomColorDegeneration", "RandomColorJitter", "RandomErasing", "RandomGaussianBlur", "RandomGrayscale",
            "RandomHue", "RandomInvert", "RandomPerspective", "RandomPosterization", "RandomSaturation",
            "RandomSharpness", "RandomShear");
    private static final Set<String> MERGES = Set.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum");

    private CoreCompositions() {
    }

    static List<Composition> all() {
        return List.of(
                Composition.of("Identity", use -> {
                    use.knows();
                    use.remark("it changes nothing and is left out");
                    return List.of(use.input());
                }),
                Composition.of("ActivityRegularization", use -> {
                    use.knows("l1", "l2");
                    use.differs("the regularizer of its results is left out");
                    return List.of(use.input());
                }),
                new Composition(use -> OF_TRAINING.contains(use.layer().type()) && !changesSize(use), use -> {
                    use.differs("it changes images in training only and is left out; set the augmentation in the"
                            + " experiment");
                    return List.of(use.input());
                }),
                new Composition(CoreCompositions::hasNoiseShape, CoreCompositions::noise),
                Composition.of("CenterCrop", CoreCompositions::centerCrop),
                new Composition(use -> MERGES.contains(use.layer().type()) && ranksDiffer(use),
                        use -> List.of(use.plain(sameRank(use)))));
    }

    private static boolean changesSize(LayerUse use) {
        return Set.of("RandomCrop", "RandomHeight", "RandomWidth").contains(use.layer().type());
    }

    private static boolean hasNoiseShape(LayerUse use) {
        return use.layer().type().equals("Dropout")
                && use.setting("noise_shape").filter(JsonElement::isJsonArray).isPresent();
    }

    /** Dropout whose zeros cover whole axes: each channel by itself, or everything of a sample at once. */
    private static List<Value> noise(LayerUse use) {
        JsonArray noise = JsonValues.array(use.setting("noise_shape").get());
        Optional<Shape> shape = use.input().shape();
        int axes = noise.size() - 1;
        if (axes < 1 || axes > 4 || use.input().channelsFirst() || shape.isPresent() && shape.get().rank() != axes) {
            throw new UnsupportedSetting("its noise_shape has " + noise.size() + " axes");
        }
        List<Boolean> common = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            JsonElement size = noise.get(axis + 1);
            boolean single = shape.isPresent() && shape.get().size(axis) == 1;
            common.add(JsonValues.isNumber(size) && size.getAsInt() == 1 && !single);
        }
        String rank = axes - 1 + "D";
        if (!common.contains(true)) {
            return List.of(use.plain("Dropout", use.settingsWithout("noise_shape"), use.inputs(), List.of()));
        }
        boolean places = axes > 1 && !common.subList(0, axes - 1).contains(false);
        if (!places || common.get(axes - 1)) {
            use.differs("in training Keras drops " + (common.contains(false) ? "along some axes together, here each"
                    + " number is dropped by itself"
                    : "all numbers of a sample at once (stochastic depth), here each"
                            + " channel is dropped by itself")
                    + "; predictions are the same");
        }
        return List.of(use.plain(places ? "SpatialDropout" + rank : "Dropout", use.settingsWithout("noise_shape"),
                use.inputs(), List.of()));
    }

    private static List<Value> centerCrop(LayerUse use) {
        use.knows("height", "width", "data_format");
        if (use.setting("data_format").map(JsonValues::text).orElse("").equals("channels_first")) {
            throw new UnsupportedSetting("it has channels first");
        }
        Shape shape = use.inputShape();
        int height = JsonValues.integer(use.layer().config().get("height"));
        int width = JsonValues.integer(use.layer().config().get("width"));
        if (shape.rank() != 3 || shape.size(0) < height || shape.size(1) < width) {
            throw new UnsupportedSetting("it would have to enlarge images, or their size is not known");
        }
        Cropping2D cropping = NetworkFactory.eINSTANCE.createCropping2D();
        cropping.setTop((shape.size(0) - height) / 2);
        cropping.setBottom(shape.size(0) - height - cropping.getTop());
        cropping.setLeft((shape.size(1) - width) / 2);
        cropping.setRight(shape.size(1) - width - cropping.getLeft());
        return List.of(use.add(cropping, "", use.input()));
    }

    private static boolean ranksDiffer(LayerUse use) {
        return use.inputs().stream().noneMatch(value -> value.rank() == 0 || value.channelsFirst())
                && use.inputs().stream().mapToInt(Value::rank).distinct().count() > 1;
    }

    /** Keras puts axes of size 1 between the samples and the axes that there are. */
    private static List<Value> sameRank(LayerUse use) {
        int rank = use.inputs().stream().mapToInt(Value::rank).max().orElse(0);
        List<Value> same = new ArrayList<>();
        for (Value value : use.inputs()) {
            if (value.rank() == rank) {
                same.add(value);
                continue;
            }
            List<Integer> sizes = new ArrayList<>(KerasShapes.sizes(value.shape().get()));
            while (sizes.size() < rank) {
                sizes.add(0, 1);
            }
            same.add(use.add(Parts.reshape(sizes), "_shape" + same.size(), value));
        }
        return same;
    }
}
