// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedFiles;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.exchange.onnx.TrainingEngine;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.worker.spi.Tensor;

/** Imports a model as a user does, opens what was written, computes with it and compares. */
public final class ImportJudge {
    /** The largest error, relative to the largest number. */
    private static final double CLOSE = 1e-5;
    /** Below this all results count as near 0. */
    private static final double SMALL = 0.1;

    private final NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
    private final Path folder;

    /** @param folder takes what imports write */
    public ImportJudge(Path folder) {
        this.folder = folder;
    }

    /** Judges the import of one model. */
    public Outcome judge(String name, Path model, Reference reference) {
        return judge(name, model, Optional.of(reference));
    }

    /** Judges the import of a model that there are no numbers for. */
    public Outcome judgeAlone(String name, Path model) {
        return judge(name, model, Optional.empty());
    }

    private Outcome judge(String name, Path model, Optional<Reference> reference) {
        ImportedNetwork imported;
        try {
            imported = Exchange.standard().importerFor(model).orElseThrow().load(model);
        } catch (ReportedException e) {
            return new Outcome(name, Verdict.REFUSED, e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Outcome(name, Verdict.CRASHED, e + " at " + e.getStackTrace()[0]);
        }
        Reopened reopened;
        try {
            reopened = reopen(imported);
        } catch (RuntimeException e) {
            return new Outcome(name, Verdict.UNREADABLE, e.getMessage());
        }
        if (!imported.report().with(Fidelity.UNKNOWN).isEmpty()) {
            return new Outcome(name, Verdict.PLACEHOLDER, lines(imported.report()));
        }
        return reference.map(known -> compared(name, imported.report(), reopened, known))
                .orElse(new Outcome(name, Verdict.READ, ""));
    }

    /** Judges a model that is imported, exported and imported again; what is not equal in the first place stays so. */
    public Outcome judgeReturn(String name, Path model, Reference reference, NetworkExporter exporter) {
        Outcome first = judge(name, model, reference);
        if (first.verdict() != Verdict.EQUAL) {
            return first;
        }
        ImportedNetwork imported = Exchange.standard().importerFor(model).orElseThrow().load(model);
        Path file = folder.resolve("exported." + exporter.extension());
        ExchangeReport report;
        try {
            report = exporter.write(imported.network(), imported.weights(), file);
        } catch (ReportedException e) {
            return new Outcome(name, Verdict.REFUSED, e.getMessage());
        } catch (RuntimeException e) {
            return new Outcome(name, Verdict.CRASHED, e + " at " + e.getStackTrace()[0]);
        }
        if (!report.with(Fidelity.UNKNOWN).isEmpty()) {
            return new Outcome(name, Verdict.PLACEHOLDER, report.text());
        }
        Outcome back = judge(name, file, reference);
        return back.verdict() == Verdict.WRONG && !report.exact()
                ? new Outcome(name, Verdict.DIFFERS, back.detail() + "; " + report.text()) : back;
    }

    /** What an import wrote, read again. */
    private record Reopened(Network network, Optional<NetworkWeights> weights) {
    }

    private Reopened reopen(ImportedNetwork imported) {
        Path file = folder.resolve("imported.network");
        new ImportedFiles(StandardLayers.catalog()).write(imported, file);
        Network network = files.load(file);
        if (!Arrays.equals(files.toBytes(network), files.toBytes(imported.network()))) {
            throw new IllegalStateException("the network is another one when it is read again");
        }
        WeightsFile beside = WeightsFile.beside(file);
        Optional<NetworkWeights> weights = imported.weights().map(there -> beside.load());
        if (!weights.equals(imported.weights())) {
            throw new IllegalStateException("the weights are others when they are read again");
        }
        return new Reopened(network, weights);
    }

    private static Outcome compared(String name, ExchangeReport report, Reopened reopened, Reference reference) {
        Optional<String> difference;
        try {
            difference = difference(reopened, report.remarks(), reference);
        } catch (Exception e) {
            difference = Optional.of("can't be computed: " + e.getMessage());
        }
        if (difference.isEmpty()) {
            return new Outcome(name, Verdict.EQUAL, lines(report));
        }
        boolean said = !report.exact() || report.remarks().stream().anyMatch(remark -> remark.contains("is left out"));
        return !said ? new Outcome(name, Verdict.WRONG, difference.get())
                : new Outcome(name, Verdict.DIFFERS, difference.get() + "; " + lines(report));
    }

    private static Optional<String> difference(Reopened reopened, List<String> remarks, Reference reference)
            throws Exception {
        Map<String, Tensor> inputs = reference.inputs(reopened.network());
        List<Tensor> actual = computed(reopened.network(), reopened.weights(), inputs);
        List<Tensor> expected = reference.outputs();
        boolean moved = remarks.stream().anyMatch(remark -> remark.contains("' comes as "));
        return difference(actual, moved && actual.size() == expected.size() ? inOrderOf(actual, expected) : expected);
    }

    /** The results of a network in the order of its Outputs. */
    static List<Tensor> computed(Network network, Optional<NetworkWeights> weights, Map<String, Tensor> inputs) {
        network.getLayers().stream().filter(Input.class::isInstance).map(Input.class::cast)
                .forEach(input -> input.setShape(known(input.getShape(), inputs.get(input.getName()))));
        Network flat = new NetworkAnalyser(StandardLayers.catalog()).analyse(network).expanded().orThrow().network();
        Map<String, Tensor> results = TrainingEngine.run(flat, weights, inputs);
        return flat.getLayers().stream().filter(Output.class::isInstance).map(Layer::getName).map(results::get)
                .toList();
    }

    /** What differs between several results. */
    static Optional<String> difference(List<Tensor> actual, List<Tensor> expected) {
        if (actual.size() != expected.size()) {
            return Optional.of(actual.size() + " results instead of " + expected.size());
        }
        for (int i = 0; i < actual.size(); i++) {
            Optional<String> difference = difference(actual.get(i), expected.get(i));
            if (difference.isPresent()) {
                return Optional.of("result " + i + ": " + difference.get());
            }
        }
        return Optional.empty();
    }

    /** The expected results, axes in an order that gives the sizes of the actual ones and, if any does, their numbers. */
    private static List<Tensor> inOrderOf(List<Tensor> actual, List<Tensor> expected) {
        return IntStream.range(0, actual.size()).mapToObj(i -> Axes.everyOrder(expected.get(i))
                .filter(way -> Arrays.equals(way.shape(), actual.get(i).shape()))
                .min(Comparator.comparing(way -> error(actual.get(i), way).isPresent()))
                .orElse(expected.get(i))).toList();
    }

    /** A shape as a user completes it, where the model leaves sizes open. */
    private static Shape known(Shape shape, Tensor input) {
        if (shape != null && shape.known()) {
            return shape;
        }
        List<Axis> axes = shape == null ? List.of() : shape.axes();
        int rank = input.shape().length - 1;
        return new Shape(IntStream.range(0, rank).mapToObj(axis -> new Axis(
                axes.isEmpty() ? "axis" + (axis + 1) : axes.get(axis).name(), input.shape()[axis + 1])).toList());
    }

    /** What differs between two results; channels may come first in the other tool. */
    private static Optional<String> difference(Tensor actual, Tensor expected) {
        Optional<String> asItIs = error(actual, expected);
        if (asItIs.isEmpty() || expected.shape().length < 3) {
            return asItIs;
        }
        return error(actual, Axes.channelsLast(expected)).isEmpty() ? Optional.empty() : asItIs;
    }

    private static Optional<String> error(Tensor actual, Tensor expected) {
        if (actual.values().length != expected.values().length) {
            return Optional.of(Arrays.toString(actual.shape()) + " instead of " + Arrays.toString(expected.shape()));
        }
        double scale = SMALL;
        double error = 0;
        for (int i = 0; i < expected.values().length; i++) {
            double difference = Math.abs(actual.values()[i] - expected.values()[i]);
            error = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(error, difference);
            scale = Math.max(scale, Math.abs(expected.values()[i]));
        }
        return error <= CLOSE * scale ? Optional.empty() : Optional.of("off by " + (float) error);
    }

    private static String lines(ExchangeReport report) {
        return String.join("|", report.layers().stream().filter(layer -> layer.fidelity() != Fidelity.EXACT)
                .map(LayerNote::line).toList());
    }
}
