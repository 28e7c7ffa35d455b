// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.OutsideFiles;
import org.vesalius.experiment.TrainingScales;
import org.vesalius.network.analysis.TrainingScale;
import org.vesalius.network.check.ClassesCheck;

/**
 * What an experiment says of the network that it trains: how much memory a training takes, and how many categories each
 * output has to tell apart. The designer shows the one and checks the other.
 *
 * @param experiment the file of the experiment
 * @param name its path from the folder of the network, for people
 * @param scale batch size and optimiser
 * @param classes the outputs that are compared with a column of categories; empty while the data set can't be read
 */
public record NetworkUse(Path experiment, String name, TrainingScale scale, List<ClassesCheck.Expected> classes) {

    /** Copies the list. */
    public NetworkUse {
        classes = List.copyOf(classes);
    }

    /**
     * What those of some experiments that train a network say of it, in their order. Reads files, so it is not for the UI thread;
     * a file that can't be read says nothing.
     *
     * @param network the network's file
     * @param experiments files of experiments
     * @param outside which data sets outside a project may be read; of others nothing is said
     */
    public static List<NetworkUse> all(Path network, List<Path> experiments, OutsideFiles outside) {
        return experiments.stream().flatMap(file -> read(file, network, outside).stream()).toList();
    }

    private static Optional<NetworkUse> read(Path file, Path network, OutsideFiles outside) {
        try {
            Experiment experiment = new ExperimentFiles().load(file);
            return trains(experiment, file, network) ? Optional.of(of(experiment, file, network, outside)) : Optional.empty();
        } catch (ReportedException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean trains(Experiment experiment, Path file, Path network) {
        return experiment.getNetwork() != null && file.resolveSibling(experiment.getNetwork()).toAbsolutePath()
                .normalize().equals(network.toAbsolutePath().normalize());
    }

    private static NetworkUse of(Experiment experiment, Path file, Path network, OutsideFiles outside) {
        TrainingScale scale = experiment.getTraining() == null ? TrainingScale.usual()
                : TrainingScales.of(experiment.getTraining());
        String name = name(file, network);
        return new NetworkUse(file, name, scale, classes(experiment, file, name, outside));
    }

    private static String name(Path file, Path network) {
        Path experiment = file.toAbsolutePath().normalize();
        Path folder = network.toAbsolutePath().normalize().resolveSibling("");
        return (experiment.getRoot().equals(folder.getRoot()) ? folder.relativize(experiment) : experiment).toString()
                .replace('\\', '/');
    }

    private static List<ClassesCheck.Expected> classes(Experiment experiment, Path file, String name,
            OutsideFiles outside) {
        List<ClassesCheck.Expected> classes = new ArrayList<>();
        dataset(experiment, file, outside).ifPresent(dataset -> {
            for (Binding binding : experiment.getBindings()) {
                if (!tellsOneCategory(binding, experiment)) {
                    continue;
                }
                dataset.column(binding.getColumn()).filter(NetworkUse::tellsCategories).ifPresent(column -> classes
                        .add(new ClassesCheck.Expected(binding.getLayer(), column.name(), column.categories().size(), name)));
            }
        });
        return classes;
    }

    /** Whether a layer has no other column, and a unit for each category of this one. */
    private static boolean tellsOneCategory(Binding binding, Experiment experiment) {
        boolean unit = binding.getEncoding() == Encoding.AUTO || binding.getEncoding() == Encoding.ONE_HOT;
        return unit && experiment.getBindings().stream()
                .filter(other -> Objects.equals(other.getLayer(), binding.getLayer())).count() == 1;
    }

    private static boolean tellsCategories(Column column) {
        return column.type() == ColumnType.CATEGORY && column.categories().size() > 1;
    }

    private static Optional<Dataset> dataset(Experiment experiment, Path file, OutsideFiles outside) {
        String path = experiment.getDataset();
        if (path == null || path.isBlank()) {
            return Optional.empty();
        }
        try {
            Path place = file.toAbsolutePath().resolveSibling(path).normalize();
            return Optional.of(new DatasetFiles().load(new OutsideGuard(outside, file).require("data set", place)));
        } catch (ReportedException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
