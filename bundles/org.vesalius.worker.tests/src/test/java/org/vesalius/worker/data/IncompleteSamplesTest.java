// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** Samples without a value in a column whose data set leaves such samples out. */
class IncompleteSamplesTest {
    private static final ExperimentContext CONTEXT = ExperimentContext.standard();

    @TempDir
    private Path folder;

    @Test
    void usersAreToldHowManyAreLeftOut() throws IOException {
        // two training samples and a test sample have no age
        try (OpenedData data = open("40 train", "NA train", "50 train", " train", "60 validation", " test", "70 test")) {
            assertThat(data.subsets().training()).containsExactly(0, 2);
            assertThat(data.subsets().of(Subset.TEST)).containsExactly(6);
            assertThat(data.leftOut()).isZero();
            assertThat(data.incomplete().bySubset()).containsExactly(Map.entry("train", 2), Map.entry("test", 1));
            assertThat(data.incomplete().text()).hasValueSatisfying(text -> assertThat(text)
                    .startsWith("3 samples left out for a missing value").endsWith("2 of 'train', 1 of 'test'."));
        }
        try (OpenedData data = open("40 train", "50 train")) {
            assertThat(data.incomplete().text()).isEmpty();
        }
    }

    private OpenedData open(String... rows) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" ");
            samples.add(new Sample("s" + samples.size(), Map.of("age", cells[0], "size", "1", "part", cells[1])));
        }
        new DatasetFiles().save(new Dataset(folder.resolve("data"), "ages", folder,
                List.of(Column.number("age", ColumnRole.INPUT, "a")
                        .with(MissingValues.marked(List.of("NA")).treated(Treatment.LEAVE_OUT, false)),
                        Column.number("size", ColumnRole.LABEL, "mm"), Column.text("part", ColumnRole.SUBSET)),
                samples));
        NetworkFactory make = NetworkFactory.eINSTANCE;
        new NetworkFiles(StandardLayers.catalog()).save(new NetworkBuilder("ages")
                .add("record", make.createInput(), input -> input.setShape(Shape.vector(1)))
                .add("unit", make.createDense(), dense -> dense.setUnits(1))
                .add("finding", make.createOutput()).build(), folder.resolve("ages.network"));
        LoadedExperiment loaded = new ExperimentLoader(CONTEXT).load(experiment(), folder.resolve("ages.experiment"));
        return new DataOpening(loaded, FittedEncodings.fit(loaded.bindings(), loaded.dataset()), Map.of(),
                CONTEXT.readers(), folder.resolve("cache")).open(Set.of(Subset.TRAIN), Progress.none());
    }

    private static Experiment experiment() {
        ExperimentFactory make = ExperimentFactory.eINSTANCE;
        Experiment experiment = make.createExperiment();
        experiment.setName("ages");
        experiment.setNetwork("ages.network");
        experiment.setDataset("data");
        experiment.setTraining(make.createTrainingSettings());
        experiment.getTraining().setOptimizer(make.createAdam());
        experiment.getBindings().add(binding("record", "age"));
        experiment.getBindings().add(binding("finding", "size"));
        return experiment;
    }

    private static Binding binding(String layer, String column) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(layer);
        binding.setColumn(column);
        return binding;
    }
}
