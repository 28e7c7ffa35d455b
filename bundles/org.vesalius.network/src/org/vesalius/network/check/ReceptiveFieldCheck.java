// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Flatten;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.inference.ReceptiveField;
import org.vesalius.network.inference.ReceptiveFields;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Axis;

/** Where the places of an image are given up, or decided on one by one, each has seen at least half of the image. */
final class ReceptiveFieldCheck implements NetworkCheck {
    private static final double ENOUGH = 0.5;
    private static final int VOLUME_AXES = 4;
    private static final int WORTH_A_WORD = 64;

    /** A layer behind which places are gone, and what each place before it has seen. */
    private record End(Layer layer, ReceptiveField field) {
        Input input() {
            return field.input();
        }
    }

    @Override
    public List<Problem> check(CheckedNetwork network) {
        if (network.layers(Input.class).isEmpty()) {
            return List.of();
        }
        Function<Layer, Optional<ReceptiveField>> fields = network.flow(this,
                new ReceptiveFields(network.catalog(), network.inferred())::of);
        Map<Input, Optional<End>> widest = network.layers().stream().filter(ReceptiveFieldCheck::givesPlacesUp)
                .flatMap(layer -> ReceptiveFields.widest(layer, fields).map(field -> new End(layer, field)).stream())
                .collect(Collectors.groupingBy(End::input,
                        Collectors.maxBy(Comparator.comparingDouble(end -> end.field().coverage()))));
        List<Problem> problems = new ArrayList<>();
        for (Input input : network.layers(Input.class)) {
            widest.getOrDefault(input, Optional.empty()).filter(ReceptiveFieldCheck::seesLittle)
                    .ifPresent(end -> problems.add(problem(network, end)));
        }
        return problems;
    }

    /** Small images are cut out around what is sought, and where nothing looks around there is nothing to advise. */
    private static boolean seesLittle(End end) {
        boolean looksAround = end.field().size().stream().anyMatch(size -> size > 1);
        return looksAround && end.field().coverage() < ENOUGH && largestAxis(end.input()) >= WORTH_A_WORD;
    }

    private static int largestAxis(Input input) {
        return input.getShape().axes().stream().limit(input.getShape().rank() - 1L).mapToInt(Axis::size).max()
                .orElse(0);
    }

    private static boolean givesPlacesUp(Layer layer) {
        return layer instanceof Flatten || layer instanceof GlobalPooling || layer instanceof Output;
    }

    private static Problem problem(CheckedNetwork network, End end) {
        Input input = end.input();
        String image = input.getShape().axes().stream().limit(input.getShape().rank() - 1L).map(Axis::display)
                .collect(Collectors.joining("×"));
        String seen = end.field().seen().stream().map(String::valueOf).collect(Collectors.joining("×"));
        String unit = input.getShape().rank() == VOLUME_AXES ? "voxels" : "pixels";
        return new Problem("network.receptive-field", Severity.ADVICE, CheckedNetwork.subject(end.layer()),
                LayerInfo.called(end.layer()) + " gets features that each see " + seen + " of the " + image + " "
                        + unit + " of " + LayerInfo.called(input)
                        + "; pool or stride more, or add convolutions, if what is sought is larger.",
                "A feature can only stand for a structure that it sees as a whole; behind it parts are counted, but no"
                        + " longer compared by their places as a convolution does. Each convolution widens what is"
                        + " seen, the more the further neighbours lie apart. Source: Araujo et al., Computing Receptive"
                        + " Fields of Convolutional Neural Networks, Distill 2019.",
                new WiderView(network, end.layer(), end.field(), ENOUGH).fixes());
    }
}
