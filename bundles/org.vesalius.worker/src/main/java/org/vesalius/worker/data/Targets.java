// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.encoding.CellCode;
import org.vesalius.experiment.encoding.FittedColumn;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.network.shape.Shape;

/** Makes the target sources that tables give. */
final class Targets {
    private final List<Sample> samples;
    private final FittedEncodings encodings;

    /**
     * @param samples the samples, in the order of their numbers
     * @param encodings how their cells become numbers
     */
    Targets(List<Sample> samples, FittedEncodings encodings) {
        this.samples = samples;
        this.encodings = encodings;
    }

    /** The truth of an output that is compared with columns of a table. */
    TargetSource of(BoundOutput output) {
        return switch (output.kind()) {
            case CATEGORY, ORDERED -> categories(output);
            case SURVIVAL -> survival(output);
            case LABELS, NUMBERS -> numbers(output);
            case PLACES, ARRAY, INPUT ->
                    throw new IllegalArgumentException("not of a table: " + output.layer().getName());
        };
    }

    /** Sizes of the axes of a shape that is known. */
    static int[] sizes(Shape shape) {
        return IntStream.range(0, shape.rank()).map(shape::size).toArray();
    }

    /** For each sample the number of its category, unknown where the column says none. */
    private TargetSource categories(BoundOutput output) {
        BoundColumn column = output.columns().get(0);
        List<String> categories = column.column().categories();
        int[] truth = new int[samples.size()];
        for (int i = 0; i < truth.length; i++) {
            // the index of what is no category is that of the unknown
            truth[i] = categories.indexOf(column.cell(samples.get(i)));
        }
        return new CategoryTarget(output.layer().getName(), categories, sizes(output.shape()),
                column.encoding() == Encoding.ORDERED, truth);
    }

    private TargetSource numbers(BoundOutput output) {
        List<CellCode> codes = encodings.of(output.layer().getName()).stream().map(CellCode::new).toList();
        int width = codes.stream().mapToInt(CellCode::width).sum();
        float[] truth = new float[Math.multiplyExact(samples.size(), width)];
        float[] weights = new float[truth.length];
        for (int i = 0; i < samples.size(); i++) {
            int offset = i * width;
            for (int j = 0; j < codes.size(); j++) {
                CellCode code = codes.get(j);
                if (code.encodeTruth(output.columns().get(j).cell(samples.get(i)), truth, offset)) {
                    Arrays.fill(weights, offset, offset + code.width(), 1);
                }
                offset += code.width();
            }
        }
        return new NumberTarget(output.layer().getName(), sizes(output.shape()), truth, weights);
    }

    private TargetSource survival(BoundOutput output) {
        List<FittedColumn> fitted = new ArrayList<>(encodings.of(output.layer().getName()));
        int time = place(output, Encoding.TIME);
        int event = place(output, Encoding.EVENT);
        SurvivalTargets targets = new SurvivalTargets(output.layer().getName(),
                cells(output.columns().get(time), fitted.get(time)),
                cells(output.columns().get(event), fitted.get(event)));
        List<Double> bounds = fitted.get(time).bounds();
        return bounds.isEmpty() ? targets.timesAndEvents() : targets.intervals(bounds);
    }

    private static int place(BoundOutput output, Encoding encoding) {
        return IntStream.range(0, output.columns().size())
                .filter(i -> output.columns().get(i).encoding() == encoding).findFirst().orElseThrow();
    }

    private float[] cells(BoundColumn column, FittedColumn fitted) {
        CellCode code = new CellCode(fitted);
        float[] values = new float[samples.size()];
        for (int i = 0; i < values.length; i++) {
            if (!code.encodeTruth(column.cell(samples.get(i)), values, i)) {
                values[i] = Float.NaN;
            }
        }
        return values;
    }
}
