// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.core.check.Problem;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Normalization;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Shape unchanged; keeps a mean and a variance for each channel and how many numbers they come from. */
final class NormalizationBehavior extends ChannelWeightsBehavior<Normalization> {
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    NormalizationBehavior() {
        super(Normalization.class, (layer, channels) -> List.of(WeightSpec.kept("mean", channels),
                WeightSpec.kept("variance", channels), WeightSpec.kept("count")));
    }

    @Override
    public List<Problem> check(Normalization layer, List<Shape> inputs) {
        int channels = inputs.get(0).last().size();
        List<Problem> problems = new ArrayList<>();
        check(layer, NetworkPackage.Literals.NORMALIZATION__MEAN, layer.getMean(), channels, problems);
        check(layer, NetworkPackage.Literals.NORMALIZATION__VARIANCE, layer.getVariance(), channels, problems);
        return problems;
    }

    private static void check(Normalization layer, EAttribute attribute, String text, int channels,
            List<Problem> problems) {
        String numbers = text == null ? "" : text.strip();
        if (numbers.isEmpty()) {
            return;
        }
        boolean negativeAllowed = attribute == NetworkPackage.Literals.NORMALIZATION__MEAN;
        int count = SPACE.split(numbers).length;
        if (!readable(numbers, negativeAllowed) || count != 1 && count != channels) {
            String label = AttributeInfo.of(attribute).label();
            problems.add(Problem.error("network.normalization", "", label + " of " + LayerInfo.called(layer)
                    + " must be one number, or " + channels + " numbers separated by blanks, one for each channel"
                    + (negativeAllowed ? "." : ", and none below 0."),
                    "Each channel is brought to mean 0 and variance 1 by the numbers that are stored here.",
                    new SetAttribute("Leave them empty", layer, attribute, "")));
        }
    }

    private static boolean readable(String numbers, boolean negativeAllowed) {
        if (!SPACE.splitAsStream(numbers).allMatch(number -> NUMBER.matcher(number).matches())) {
            return false;
        }
        try {
            return SPACE.splitAsStream(numbers).map(Double::valueOf)
                    .allMatch(number -> Double.isFinite(number) && (negativeAllowed || number >= 0));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
