// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Binding;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Pictures that mark places by white, as the truth of an output. */
class MaskPicturesTest {
    private static final ExperimentContext CONTEXT = ExperimentContext.standard();

    private static final int SIZE = 8;

    @TempDir
    private Path folder;

    @Test
    void whitePlacesAreMarked() throws IOException {
        try (OpenedData data = open(255)) {
            float[] truth = new float[SIZE * SIZE];
            float[] weights = new float[SIZE * SIZE];
            data.targets().get(0).read(0, InputSource.PLAIN, truth, weights, 0);

            // white is what lies at x = 1, y = 0
            assertThat(truth).startsWith(0, 1, 0);
            assertThat(truth).containsOnlyOnce(1);
            assertThat(weights).containsOnly(1);
            assertThat(data.targets().get(0).grid(0)).as("a picture tells no spacing")
                    .contains(new PlaceGrid(List.of(SIZE, SIZE), List.of()));
        }
    }

    @Test
    void masksOfZeroAndOneAreRefusedForTheyWouldBeEmpty() {
        assertThatThrownBy(() -> open(1)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("column 'mask'").hasMessageContaining("nothing is marked");
    }

    /** Pictures of the numbers of categories are resized one category at a time: no number between two comes about. */
    @Test
    void numbersOfCategoriesStayWhatTheyAreWhenResized() throws IOException {
        BufferedImage picture = new BufferedImage(3 * SIZE, 3 * SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 9 * SIZE * SIZE; i++) {
            int x = i % (3 * SIZE);
            picture.getRaster().setSample(x, i / (3 * SIZE), 0, x < 10 ? 0 : 2);
        }
        ImageIO.write(picture, "png", folder.resolve("mask.png").toFile());
        try (OpenedData data = open(List.of("none", "cup", "disc"))) {
            float[] truth = new float[SIZE * SIZE * 3];
            float[] weights = new float[truth.length];
            data.targets().get(0).read(0, InputSource.PLAIN, truth, weights, 0);

            // the fourth place has a third of the first category and two of the last; their mean is the number of the second
            assertThat(truth).startsWith(1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1);
            assertThat(weights).containsOnly(1);
        }
    }

    private OpenedData open(int marked) throws IOException {
        writePicture("mask.png", marked);
        return open(List.of());
    }

    private OpenedData open(List<String> categories) throws IOException {
        writePicture("scan.png", 90);
        new DatasetFiles().save(new Dataset(folder.resolve("data"), "masks", folder,
                List.of(Column.image("scan", "image", Map.of()),
                        new Column("mask", ColumnType.IMAGE, ColumnRole.LABEL, "image", Map.of(), categories),
                        Column.text("part", ColumnRole.SUBSET)),
                List.of(new Sample("a", Map.of("scan", "scan.png", "mask", "mask.png", "part", "train")))));
        NetworkFactory make = NetworkFactory.eINSTANCE;
        new NetworkFiles(StandardLayers.catalog()).save(new NetworkBuilder("masks")
                .add("image", make.createInput(), input -> input.setShape(Shape.image(SIZE, SIZE, 1)))
                .add("places", make.createConvolution2D(), convolution -> {
                    convolution.setFilters(Math.max(1, categories.size()));
                    convolution.setKernelSize(new Size2D(1, 1));
                    convolution.setActivation(categories.isEmpty() ? ActivationFunction.SIGMOID : ActivationFunction.SOFTMAX);
                }).add("finding", make.createOutput(), output -> output.setLoss(categories.isEmpty()
                        ? Loss.BINARY_CROSS_ENTROPY : Loss.CATEGORICAL_CROSS_ENTROPY))
                .build(), folder.resolve("masks.network"));
        LoadedExperiment loaded = new ExperimentLoader(CONTEXT).load(experiment(), folder.resolve("masks.experiment"));
        return new DataOpening(loaded, FittedEncodings.fit(loaded.bindings(), loaded.dataset()), Map.of(),
                CONTEXT.readers(), folder.resolve("cache")).open(Set.of(Subset.TRAIN), Progress.none());
    }

    private static Experiment experiment() {
        ExperimentFactory make = ExperimentFactory.eINSTANCE;
        Experiment experiment = make.createExperiment();
        experiment.setName("masks");
        experiment.setNetwork("masks.network");
        experiment.setDataset("data");
        experiment.setTraining(make.createTrainingSettings());
        experiment.getTraining().setOptimizer(make.createAdam());
        experiment.getBindings().add(binding("image", "scan", Encoding.AUTO));
        experiment.getBindings().add(binding("finding", "mask", Encoding.MASK));
        return experiment;
    }

    private static Binding binding(String layer, String column, Encoding encoding) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(layer);
        binding.setColumn(column);
        binding.setEncoding(encoding);
        return binding;
    }

    /** Black, but for the place at the right of the first row. */
    private void writePicture(String name, int value) throws IOException {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSample(1, 0, 0, value);
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }
}
