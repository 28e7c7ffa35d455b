// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.lost;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/**
 * An experiment whose every epoch takes some tens of milliseconds: noisy images of 12×12 pixels, a convolution,
 * dropout, Adam. All that has to come back after a crash takes part: parameters, their moments, order, dropout, the
 * best epoch.
 */
final class SmallStudy {

    /** Number of epochs of a run. */
    static final int EPOCHS = 5;

    /** Number of batches of an epoch. */
    static final int BATCHES = 10;

    private static final int SIZE = 12;
    private static final int BATCH = 8;
    private static final int TRAINING = BATCHES * BATCH;
    private static final int VALIDATION = 80;
    private static final int TEST = 400;

    private final Path folder;

    /** Writes the data set, the network and the experiment, which is for an engine. */
    SmallStudy(Path folder, String engine) throws IOException {
        this.folder = folder;
        writeDataset();
        new NetworkFiles(StandardLayers.catalog()).save(network(), folder.resolve("small.network"));
        new ExperimentFiles().save(experiment(engine), file());
    }

    /** The experiment. */
    Path file() {
        return folder.resolve("small.experiment");
    }

    private void writeDataset() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Random random = new Random(7);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < TRAINING + VALIDATION + TEST; i++) {
            writeImage(folder.resolve("images").resolve(i + ".png"), i % 2 == 0 ? 110 : 145, random);
            String subset = i < TRAINING ? "train" : i < TRAINING + VALIDATION ? "validation" : "test";
            samples.add(new Sample("s" + i, Map.of("image", "images/" + i + ".png", "finding",
                    i % 2 == 0 ? "dark" : "light", "part", subset)));
        }
        new DatasetFiles().save(new Dataset(folder.resolve("data"), "small", folder,
                List.of(Column.image("image", "image", Map.of()), Column.label("finding", List.of("dark", "light")),
                        Column.text("part", ColumnRole.SUBSET)),
                samples));
    }

    private static void writeImage(Path file, int brightness, Random random) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int value = Math.max(0, Math.min(255, brightness + (int) (random.nextGaussian() * 90)));
            image.getRaster().setSample(i % SIZE, i / SIZE, 0, value);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static Network network() {
        NetworkFactory layers = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("small")
                .add("image", layers.createInput(), input -> input.setShape(Shape.image(SIZE, SIZE, 1)))
                .add("convolution", layers.createConvolution2D(), convolution -> {
                    convolution.setFilters(4);
                    convolution.setActivation(ActivationFunction.RELU);
                }).add("pooling", layers.createPooling2D()).add("flat", layers.createFlatten())
                .add("dropout", layers.createDropout()).add("unit", layers.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.SIGMOID);
                }).add("finding", layers.createOutput(), output -> output.setLoss(Loss.BINARY_CROSS_ENTROPY)).build();
    }

    private static Experiment experiment(String engine) {
        ExperimentFactory factory = ExperimentFactory.eINSTANCE;
        Experiment experiment = factory.createExperiment();
        experiment.setName("small");
        experiment.setNetwork("small.network");
        experiment.setDataset("data");
        experiment.getBindings().add(binding("image", "image"));
        experiment.getBindings().add(binding("finding", "finding"));
        TrainingSettings settings = factory.createTrainingSettings();
        settings.setOptimizer(factory.createAdam());
        settings.setEngine(engine);
        settings.setBatchSize(BATCH);
        settings.setEpochs(EPOCHS);
        settings.setThreads(1);
        experiment.setTraining(settings);
        return experiment;
    }

    private static Binding binding(String layer, String column) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(layer);
        binding.setColumn(column);
        return binding;
    }
}
