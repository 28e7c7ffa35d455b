// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** A network of one Dense, trained on all samples at once, is Cox's regression: its weights are the coefficients of R. */
class CoxRegressionTest {
    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;

    /**
     * R survival 3.5-3: coxph of all covariates. The data are 432 convicts after their release (Rossi, Berk and Lenihan
     * 1980), with many arrests in one week.
     */
    @Test
    void efron() throws IOException {
        compare(Loss.COX_EFRON, Ties.EFRON, -658.747659446, .6403292471, -.3794221668712, -.0574377430138,
                .3138997859493, -.1497956972228, -.4337038766903, -.0848710829908, .0914970793511);
    }

    /** R survival 3.5-3: coxph of all covariates, with ties="breslow". */
    @Test
    void breslow() throws IOException {
        compare(Loss.COX_BRESLOW, Ties.BRESLOW, -659.120605677, .6404231835, -.379021887795, -.0572459253636,
                .3141297650682, -.1511145996275, -.4327825725491, -.0849828357516, .0911115405005);
    }

    /**
     * Trained on 2,982 patients of Rotterdam, tested on 686 of a German trial (Royston and Altman 2013). R survival 3.5-3:
     * coxph, with and without the logarithm of nodes and receptors.
     */
    @ParameterizedTest
    @CsvSource({"true, .6797, -11136.43", "false, .6624, -11189.57"})
    void patientsOfAnotherPlace(boolean logarithms, double concordance, double logLikelihood) throws IOException {
        Rows rotterdam = Rows.read("survival/r-survival/rotterdam.csv");
        Rows trial = Rows.read("survival/r-survival/gbsg.csv");
        Standard standard = Standard.of(cancers(rotterdam, logarithms));
        Follow training = Follow.of(standard, cancers(rotterdam, logarithms), rotterdam, "rtime", "recur");
        Follow test = Follow.of(standard, cancers(trial, logarithms), trial, "rfstime", "status");
        try (TrainableNetwork network = Samples.build(network(Loss.COX_EFRON, 9), ExperimentFactory.eINSTANCE.createSgd(), 5)) {
            training.fit(network, 200, 0.4);

            assertThat(training.metrics(network, Ties.EFRON).get("log-likelihood")).isCloseTo(logLikelihood, within(.1));
            assertThat(test.metrics(network, Ties.EFRON).get("concordance")).isCloseTo(concordance, within(.002));
        }
    }

    private static void compare(Loss loss, Ties ties, double logLikelihood, double concordance, double... coefficients)
            throws IOException {
        Rows rows = Rows.read("survival/lifelines/rossi.csv");
        double[][] covariates = rows.all(row -> rows.number(row, "fin"), row -> rows.number(row, "age"),
                row -> rows.number(row, "race"), row -> rows.number(row, "wexp"), row -> rows.number(row, "mar"),
                row -> rows.number(row, "paro"), row -> rows.number(row, "prio"));
        Standard standard = Standard.of(covariates);
        Follow follow = Follow.of(standard, covariates, rows, "week", "arrest");
        try (TrainableNetwork network = Samples.build(network(loss, coefficients.length),
                ExperimentFactory.eINSTANCE.createSgd(), 5)) {
            follow.fit(network, 300, 2);

            Map<String, Double> metrics = follow.metrics(network, ties);
            assertThat(standard.coefficients(network.weights())).containsExactly(coefficients, within(1e-5));
            assertThat(metrics.get("log-likelihood")).isCloseTo(logLikelihood, within(1e-3));
            assertThat(metrics.get("concordance")).isCloseTo(concordance, within(1e-5));
        }
    }

    /** Sizes are classes in one place and millimetres in the other; grade 1 is found in one place only. */
    private static double[][] cancers(Rows rows, boolean logarithms) {
        ToDoubleFunction<String[]> nodes = row -> rows.number(row, "nodes");
        ToDoubleFunction<String[]> progesterone = row -> rows.number(row, "pgr");
        ToDoubleFunction<String[]> oestrogen = row -> rows.number(row, "er");
        return rows.all(row -> rows.number(row, "age"), row -> rows.number(row, "meno"),
                row -> size(rows.text(row, "size")) == 1 ? 1 : 0, row -> size(rows.text(row, "size")) == 2 ? 1 : 0,
                row -> rows.number(row, "grade") >= 3 ? 1 : 0, logarithms ? logarithm(nodes) : nodes,
                logarithms ? logarithm(progesterone) : progesterone, logarithms ? logarithm(oestrogen) : oestrogen,
                row -> rows.number(row, "hormon"));
    }

    private static ToDoubleFunction<String[]> logarithm(ToDoubleFunction<String[]> of) {
        return row -> Math.log1p(of.applyAsDouble(row));
    }

    /** 0 up to 20 mm, 1 up to 50 mm, 2 above. */
    private static int size(String text) {
        return switch (text) {
            case "<=20" -> 0;
            case "20-50" -> 1;
            case ">50" -> 2;
            default -> Double.parseDouble(text) <= 20 ? 0 : Double.parseDouble(text) <= 50 ? 1 : 2;
        };
    }

    private static Network network(Loss loss, int covariates) {
        return new NetworkBuilder("cox")
                .add("record", LAYERS.createInput(), in -> in.setShape(Shape.vector(covariates)))
                .add("risk", LAYERS.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.LINEAR);
                }).add("event", LAYERS.createOutput(), output -> output.setLoss(loss)).build();
    }

    /** A table of numbers and texts without commas. */
    private record Rows(List<String> headings, String[][] cells) {
        static Rows read(String name) throws IOException {
            List<String> lines = Files.readAllLines(data(name));
            return new Rows(List.of(lines.get(0).replace("\"", "").split(",")), lines.stream().skip(1)
                    .map(line -> line.replace("\"", "").split(",")).toArray(String[][]::new));
        }

        String text(String[] row, String heading) {
            return row[headings.indexOf(heading)];
        }

        double number(String[] row, String heading) {
            return Double.parseDouble(text(row, heading));
        }

        @SafeVarargs
        final double[][] all(ToDoubleFunction<String[]>... covariates) {
            return Arrays.stream(cells)
                    .map(row -> Arrays.stream(covariates).mapToDouble(of -> of.applyAsDouble(row)).toArray())
                    .toArray(double[][]::new);
        }

        private static Path data(String name) {
            Path folder = Path.of("").toAbsolutePath();
            while (folder != null && !Files.isDirectory(folder.resolve("bundles"))) {
                folder = folder.getParent();
            }
            Path file = folder == null ? Path.of("none") : folder.resolve("../shared/data").resolve(name).normalize();
            assumeTrue(Files.isRegularFile(file), "skipped: ../shared/data/" + name + " is not there");
            return file;
        }
    }

    /** Means and deviations, since a step along the gradient is of one size for all covariates. */
    private record Standard(double[] means, double[] deviations) {
        static Standard of(double[][] rows) {
            double[] means = new double[rows[0].length];
            double[] deviations = new double[means.length];
            for (int i = 0; i < means.length; i++) {
                int column = i;
                double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
                means[i] = mean;
                deviations[i] = Math.sqrt(Arrays.stream(rows)
                        .mapToDouble(row -> (row[column] - mean) * (row[column] - mean)).average().orElseThrow());
            }
            return new Standard(means, deviations);
        }

        float[] of(double[] row) {
            float[] standard = new float[row.length];
            for (int i = 0; i < row.length; i++) {
                standard[i] = (float) ((row[i] - means[i]) / deviations[i]);
            }
            return standard;
        }

        double[] coefficients(NetworkWeights weights) {
            float[] kernel = weights.get(weights.layerIds().iterator().next(), "kernel").orElseThrow().values();
            double[] coefficients = new double[kernel.length];
            Arrays.setAll(coefficients, i -> kernel[i] / deviations[i]);
            return coefficients;
        }
    }

    /** Standardised covariates, and what became of whom. */
    private record Follow(Batch batch) {
        static Follow of(Standard standard, double[][] covariates, Rows rows, String time, String event) {
            Tensor inputs = Tensor.zeros(covariates.length, standard.means().length);
            Tensor targets = Tensor.zeros(covariates.length, 2);
            for (int i = 0; i < covariates.length; i++) {
                System.arraycopy(standard.of(covariates[i]), 0, inputs.values(), i * inputs.sampleSize(),
                        inputs.sampleSize());
                targets.values()[2 * i] = (float) rows.number(rows.cells()[i], time);
                targets.values()[2 * i + 1] = (float) rows.number(rows.cells()[i], event);
            }
            float[] ones = new float[covariates.length];
            Arrays.fill(ones, 1);
            return new Follow(Batch.weighted(Map.of("record", inputs), Map.of("event", targets), ones));
        }

        void fit(TrainableNetwork network, int epochs, double rate) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                network.beginEpoch(epoch, rate);
                network.fit(batch);
            }
        }

        Map<String, Double> metrics(TrainableNetwork network, Ties ties) {
            OutputMeasure measure = OutputKind.cox("event", ties).measure();
            float[] said = network.predict(batch).get("event").values();
            float[] targets = batch.targets().get("event").values();
            for (int i = 0; i < said.length; i++) {
                measure.add(new Answer(new float[] {said[i]}, Arrays.copyOfRange(targets, 2 * i, 2 * i + 2),
                        new boolean[] {true, true}));
            }
            return measure.metrics();
        }
    }
}
