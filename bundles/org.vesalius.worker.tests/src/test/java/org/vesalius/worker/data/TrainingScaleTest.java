// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
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
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.number.NpyFormat;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.NpyReader;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** A column whose last step is fitted to the training samples, with a binding that says nothing of it. */
class TrainingScaleTest {
    private static final ExperimentContext CONTEXT = ExperimentContext.standard();

    @TempDir
    private Path folder;

    /**
     * Twice the training values are 2, 6, 10, 14 in the first channel: mean 8, deviation the root of 20; and 20 alone in the
     * second, of which only the mean is taken off.
     */
    @Test
    void theStepIsFittedToTheTrainingSamplesAlone() throws IOException {
        write("a.npy", 1, 10, 3, 10);
        write("b.npy", 5, 10, 7, 10);
        write("c.npy", 9, 11, 1, 10);
        LoadedExperiment loaded = load();
        DataOpening opening = new DataOpening(loaded, FittedEncodings.fit(loaded.bindings(), loaded.dataset()), Map.of(),
                CONTEXT.readers(), folder.resolve("cache"));

        float[] values = new float[4];
        try (OpenedData data = opening.open(Set.of(Subset.TRAIN), Progress.none())) {
            data.inputs().get(0).read(2, InputSource.PLAIN, values, 0);
        }

        float deviation = (float) Math.sqrt(20);
        assertThat(values).containsExactly(new float[] {10 / deviation, 2, -6 / deviation, 0}, within(1e-6f));
        assertThat(opening.scales()).isEqualTo(
                Map.of("series", new ArrayScale(List.of(8.0, 20.0), List.of(Math.sqrt(20), 1.0))));
    }

    private LoadedExperiment load() {
        List<Sample> samples = new ArrayList<>();
        for (String row : List.of("a train", "b train", "c test")) {
            String[] cells = row.split(" ");
            samples.add(new Sample(cells[0], Map.of("series", cells[0] + ".npy", "size", "1", "part", cells[1])));
        }
        Column series = new Column("series", ColumnType.ARRAY, ColumnRole.INPUT, NpyReader.ID,
                Map.of("axes", "time,channel", Steps.OPTION, "rescale slope=2; zscore per=training"), List.of());
        new DatasetFiles().save(new Dataset(folder.resolve("data"), "series", folder,
                List.of(series, Column.number("size", ColumnRole.LABEL, ""), Column.text("part", ColumnRole.SUBSET)),
                samples));
        NetworkFactory make = NetworkFactory.eINSTANCE;
        new NetworkFiles(StandardLayers.catalog()).save(new NetworkBuilder("series")
                .add("series", make.createInput(),
                        input -> input.setShape(new Shape(List.of(new Axis("time", 2), new Axis("channels", 2)))))
                .add("flat", make.createFlatten()).add("unit", make.createDense(), dense -> dense.setUnits(1))
                .add("size", make.createOutput()).build(), folder.resolve("series.network"));
        Experiment experiment = ExperimentFactory.eINSTANCE.createExperiment();
        experiment.setName("series");
        experiment.setNetwork("series.network");
        experiment.setDataset("data");
        experiment.setTraining(ExperimentFactory.eINSTANCE.createTrainingSettings());
        experiment.getTraining().setOptimizer(ExperimentFactory.eINSTANCE.createAdam());
        experiment.getBindings().addAll(List.of(binding("series"), binding("size")));
        return new ExperimentLoader(CONTEXT).load(experiment, folder.resolve("series.experiment"));
    }

    private static Binding binding(String name) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(name);
        binding.setColumn(name);
        return binding;
    }

    private void write(String name, float... values) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            NpyFormat.write(new NumberArray(new int[] {2, 2}, values), out);
        }
    }
}
