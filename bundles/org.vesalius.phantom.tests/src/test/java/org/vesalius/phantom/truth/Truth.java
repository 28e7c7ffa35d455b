// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.phantom.example.ExampleData;
import org.vesalius.phantom.stated.StatedFigures;

/** An example whose truth is known: what can be learned of its test part at best, and what a baseline reaches. */
public final class Truth {
    private static final double ROUNDED = 0.0051;

    private final String example;
    private final Dataset dataset;
    private final Predicate<Sample> known;

    /**
     * @param example its name
     * @param known whether it is known what a sample is
     */
    public Truth(String example, Predicate<Sample> known) {
        this.example = example;
        this.known = known;
        dataset = ExampleData.all().get(example).in(Path.of("nowhere"));
    }

    /** The data set. */
    public Dataset dataset() {
        return dataset;
    }

    /** The rows of a part of which the answer is known. */
    public List<Map<String, String>> rows(Subset part) {
        return dataset.samples(part).stream().filter(known).map(Sample::values).toList();
    }

    /** A value of each row. */
    public double[] numbers(Subset part, Function<Map<String, String>, Double> value) {
        return rows(part).stream().mapToDouble(value::apply).toArray();
    }

    /** Several values of each row. */
    public double[][] inputs(Subset part, Function<Map<String, String>, double[]> values) {
        return rows(part).stream().map(values).toArray(double[][]::new);
    }

    /** Which rows are of a kind. */
    public boolean[] which(Subset part, Predicate<Map<String, String>> kind) {
        List<Map<String, String>> rows = rows(part);
        boolean[] which = new boolean[rows.size()];
        IntStream.range(0, which.length).forEach(i -> which[i] = kind.test(rows.get(i)));
        return which;
    }

    /** What logistic regression on these inputs says of the test part. */
    public double[] logistic(Function<Map<String, String>, double[]> inputs, Predicate<Map<String, String>> positive) {
        return LinearModel.logistic(inputs(Subset.TRAIN, inputs), which(Subset.TRAIN, positive)).scores(inputs(Subset.TEST, inputs));
    }

    /** The numbers of examples/README.md are these, rounded to two digits. */
    public void assertStated(double best, double baseline) {
        System.out.printf("%s: at best %.4f, baseline %.4f%n", example, best, baseline);
        StatedFigures stated = StatedFigures.of(example);
        assertThat(stated.best()).isCloseTo(best, within(ROUNDED));
        assertThat(stated.baseline()).isCloseTo(baseline, within(ROUNDED));
    }
}
