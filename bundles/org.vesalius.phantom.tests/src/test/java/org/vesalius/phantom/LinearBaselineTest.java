// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.parallel.ParallelWork;

/** A linear model on the pixels must not be able to tell the phantoms apart well: they are there to try networks on. */
class LinearBaselineTest {
    private static final double PENALTY = 0.1;

    private final Dataset dataset = ChestPhantomSet.example().in(Path.of("nowhere"));
    private final Column image = dataset.column("image").orElseThrow();

    @Test
    void logisticRegressionOnPixelsStaysBelow080() throws IOException {
        List<Sample> train = dataset.samples(Subset.TRAIN);
        List<Sample> test = dataset.samples(Subset.TEST);
        float[][] trainPixels = pixels(train);
        float[][] testPixels = pixels(test);

        LogisticRegression model = new LogisticRegression(PENALTY);
        model.fit(trainPixels, labels(train));

        double auc = model.auc(testPixels, labels(test));
        double onTrain = model.auc(trainPixels, labels(train));
        System.out.printf("linear baseline: AUC %.3f on %d test, %.3f on %d training images%n", auc, test.size(),
                onTrain, train.size());
        assertThat(onTrain).isGreaterThan(0.95);
        assertThat(auc).isBetween(0.5, 0.80);
    }

    private float[][] pixels(List<Sample> samples) throws IOException {
        float[][] pixels = new float[samples.size()][];
        ChestPhantom reader = new ChestPhantom();
        new ParallelWork(pixels.length, i -> pixels[i] = reader.read(dataset.root(), samples.get(i).value(image),
                image.options()).floats()).run("Drawing", Progress.none());
        return pixels;
    }

    private static boolean[] labels(List<Sample> samples) {
        boolean[] labels = new boolean[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = samples.get(i).value("class").equals("opacity");
        }
        return labels;
    }
}
