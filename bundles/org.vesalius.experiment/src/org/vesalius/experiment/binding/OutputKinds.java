// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.network.Loss;

/** What bound outputs are asked for, as far as measuring them goes. */
public final class OutputKinds {
    private OutputKinds() {
    }

    /** What an output is asked for; the intervals of discrete hazards have no names before they are fitted. */
    public static OutputKind of(BoundOutput output) {
        String name = output.layer().getName();
        return switch (output.kind()) {
            case CATEGORY, ORDERED -> OutputKind.categories(name, output.categories());
            case LABELS -> OutputKind.of(name, OutputTask.MULTI_LABEL, output.names());
            case NUMBERS -> OutputKind.of(name, OutputTask.REGRESSION, output.names());
            case PLACES -> places(name, output);
            case ARRAY, INPUT -> OutputKind.of(name, OutputTask.RECONSTRUCTION, List.of());
            case SURVIVAL -> survival(name, output.layer().getLoss());
        };
    }

    private static OutputKind survival(String name, Loss loss) {
        return switch (loss) {
            case COX_EFRON -> OutputKind.cox(name, Ties.EFRON);
            case COX_BRESLOW -> OutputKind.cox(name, Ties.BRESLOW);
            default -> OutputKind.of(name, OutputTask.SURVIVAL, List.of());
        };
    }

    /** Steps of a sequence have one axis beside that of the categories, images and volumes more. */
    private static OutputKind places(String name, BoundOutput output) {
        int units = output.units();
        if (output.shape().rank() <= 2) {
            return OutputKind.steps(name, names(output, Math.max(2, units)), units);
        }
        return units == 1 ? OutputKind.of(name, OutputTask.SEGMENTATION, List.of(output.column().name()))
                : OutputKind.structures(name, names(output, units));
    }

    /** The categories of the column, or numbers where it names none. */
    private static List<String> names(BoundOutput output, int count) {
        List<String> categories = output.column().categories();
        return categories.size() == count ? categories
                : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
