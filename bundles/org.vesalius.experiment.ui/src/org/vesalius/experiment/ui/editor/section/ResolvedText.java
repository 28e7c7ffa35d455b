// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.ui.editor.resolve.Resolved;
import org.vesalius.experiment.ui.editor.resolve.ResolvedDataset;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork.End;

/** Puts into words what the files of an experiment hold, and what a run would do with them. */
public final class ResolvedText {

    private static final double KIBIBYTE = 1024.0;
    private static final int MOST_FOLDS = 12;

    private final NumberFormat numbers = NumberFormat.getIntegerInstance();

    /** Returns the network in one line, or why there is none. */
    public String network(ResolvedNetwork network) {
        if (!network.usable()) {
            return network.problem();
        }
        return network.name() + ": " + ends(network, true) + " \u2192 " + ends(network, false) + ", "
                + quantity(network.parameters(), "parameter");
    }

    private static String ends(ResolvedNetwork network, boolean input) {
        String ends = network.ends().stream().filter(end -> end.input() == input).map(End::display)
                .collect(Collectors.joining(" and "));
        return ends.isEmpty() ? input ? "no input" : "no output" : ends;
    }

    /** Returns the data set, one line a subset, or why there is none. */
    public String dataset(ResolvedDataset dataset) {
        if (!dataset.usable()) {
            return dataset.problem();
        }
        return dataset.counts().samples().entrySet().stream().map(entry -> subset(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n", dataset.name() + "\n" + folds(dataset.folds()), ""));
    }

    private String folds(List<String> folds) {
        if (folds.isEmpty()) {
            return "";
        }
        int more = folds.size() - MOST_FOLDS;
        return quantity(folds.size(), "fold") + ": " + (more > 0
                ? String.join(", ", folds.subList(0, MOST_FOLDS)) + " and " + numbers.format(more) + " more"
                : English.all(folds)) + "\n";
    }

    private String subset(Subset subset, Map<String, Integer> counts) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        String categories = counts.entrySet().stream().filter(entry -> counts.size() > 1 || !entry.getKey().isEmpty())
                .map(entry -> (entry.getKey().isEmpty() ? "unknown" : entry.getKey()) + " " + numbers.format(entry.getValue()))
                .collect(Collectors.joining(", "));
        return capitalised(subset.text()) + ": " + quantity(total, "sample")
                + (categories.isEmpty() ? "" : " (" + categories + ")");
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Returns what a run would do: iterations, memory. */
    public String run(Resolved resolved) {
        TrainingSettings settings = resolved.checked().getTraining();
        if (!resolved.network().usable() || !resolved.dataset().usable() || settings == null) {
            return "Choose a network and a data set to see what a run would do.";
        }
        int samples = resolved.dataset().samples(Subset.TRAIN);
        int batch = Math.max(1, settings.getBatchSize());
        long batches = (samples + batch - 1L) / batch;
        return inTurn(resolved) + quantity(samples, "training sample") + " in " + numbers.format(batches)
                + (batches == 1 ? " batch" : " batches")
                + " of up to " + numbers.format(batch) + ": " + quantity(batches * settings.getEpochs(), "iteration") + " in "
                + quantity(settings.getEpochs(), "epoch") + ".\n" + quantity(resolved.network().parameters(), "parameter")
                + memory(resolved.network());
    }

    private String inTurn(Resolved resolved) {
        CrossValidation cross = resolved.checked().getFolds();
        return cross == null || ExperimentLoader.testFold(cross).isPresent() ? ""
                : quantity(resolved.dataset().folds().size(), "run") + ", one for each fold that tests. The first: ";
    }

    private String quantity(long number, String thing) {
        return numbers.format(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private String memory(ResolvedNetwork network) {
        if (network.trainingBytes().isEmpty()) {
            return ".";
        }
        double kibibytes = network.trainingBytes().getAsLong() / KIBIBYTE;
        return "; about " + (kibibytes < KIBIBYTE ? numbers.format(Math.ceil(kibibytes)) + " KiB"
                : numbers.format(Math.ceil(kibibytes / KIBIBYTE)) + " MiB") + " of memory for training.";
    }
}
