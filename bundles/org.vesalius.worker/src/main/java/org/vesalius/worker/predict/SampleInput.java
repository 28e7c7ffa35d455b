// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.SamplePath;
import org.vesalius.dataset.tensor.ArrayLoader;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.CellCode;
import org.vesalius.experiment.encoding.FittedColumn;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.run.RunFolder;

/** Makes of samples what one input was trained on. */
public interface SampleInput {
    /**
     * The input that a bound layer is.
     *
     * @param encodings how the columns of the run become numbers
     * @param scales how its arrays are standardised
     * @param unsaid counts pictures whose scale nobody tells
     * @throws ReportedException if a reader is missing, or the run no longer knows how its arrays are standardised
     */
    static SampleInput of(BoundInput input, FittedEncodings encodings, Map<String, ArrayScale> scales, GivenSamples samples,
            ColumnReaders readers, UnsaidScale unsaid) {
        int[] shape = IntStream.range(0, input.shape().rank()).map(input.shape()::size).toArray();
        String layer = input.layer().getName();
        if (!input.takesArrays()) {
            return new RecordInput(layer, shape, input.columns().stream().map(bound -> bound.column()).toList(),
                    encodings.of(layer), samples);
        }
        Column column = samples.read(input.column());
        return new ArrayInput(layer, new ArrayLoader(column, shape, unsaid.watching(column, readers)),
                finish(input, scales), input.column(), samples);
    }

    /** As a training does it: arrays are standardised where the run says so, and gaps are used nowhere else. */
    private static ArrayInput.Finish finish(BoundInput input, Map<String, ArrayScale> scales) {
        String layer = input.layer().getName();
        if (input.columns().get(0).encoding() != Encoding.STANDARDISED) {
            return ArrayInput::refuseGaps;
        }
        if (!scales.containsKey(layer)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The run no longer knows how the arrays of input '" + layer + "' are standardised.",
                    "Its " + RunFolder.ARRAY_SCALES + " is missing: bring it back, or train again.");
        }
        return scales.get(layer)::standardise;
    }

    /** Name of the Input layer. */
    String layer();

    /** Sizes of the axes of a sample. */
    int[] shape();

    /** How many numbers a sample has. */
    default int length() {
        return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
    }

    /**
     * Reads a sample. May be called by many threads at once.
     *
     * @param target gets its numbers, row-major; they are 0 before
     * @param offset where they begin
     * @throws UnreadableImageException if it can't be used, with a reason fit to follow "It"
     * @throws IOException if the disk can't be read
     */
    void read(int sample, float[] target, int offset) throws IOException;
}

/** An input that is fed by one column of arrays. */
record ArrayInput(String layer, ArrayLoader loader, Finish finish, Column column, GivenSamples samples)
        implements SampleInput {
    /** Makes of the numbers of an array what the network was trained on. */
    @FunctionalInterface
    interface Finish {
        /**
         * Changes the numbers where they lie.
         *
         * @throws UnreadableImageException if they can't be used
         */
        void apply(float[] values, int offset, int length) throws UnreadableImageException;
    }

    /** For networks that nothing stands in for gaps of: the numbers stay as they are. */
    static void refuseGaps(float[] values, int offset, int length) throws UnreadableImageException {
        for (int i = offset; i < offset + length; i++) {
            if (Float.isNaN(values[i])) {
                throw new UnreadableImageException("has gaps, values that are no numbers");
            }
        }
    }

    @Override
    public int[] shape() {
        return loader.shape();
    }

    @Override
    public void read(int sample, float[] target, int offset) throws IOException {
        try {
            SamplePath array = samples.array(sample, column);
            loader.load(array.root(), array.value(), target, offset);
            finish.apply(target, offset, length());
        } catch (UnreadableImageException e) {
            if (samples instanceof FileSamples) {
                throw e;
            }
            throw new UnreadableImageException("has a file in '" + column.name() + "' that " + e.getMessage(), e);
        }
    }
}

/** An input that is fed by columns of numbers and categories. */
record RecordInput(String layer, int[] shape, List<Column> columns, List<FittedColumn> fitted, List<CellCode> codes,
        GivenSamples samples) implements SampleInput {
    RecordInput(String layer, int[] shape, List<Column> columns, List<FittedColumn> fitted, GivenSamples samples) {
        this(layer, shape, columns, fitted, fitted.stream().map(CellCode::new).toList(), samples);
    }

    @Override
    public void read(int sample, float[] target, int offset) throws UnreadableImageException {
        int next = offset;
        for (int i = 0; i < codes.size(); i++) {
            String cell = samples.cell(sample, columns.get(i));
            if (!usable(cell, columns.get(i)) || !codes.get(i).encode(cell, target, next)) {
                throw new UnreadableImageException(reason(cell, columns.get(i), fitted.get(i)));
            }
            next += codes.get(i).width();
        }
    }

    private static boolean usable(String cell, Column column) {
        return cell.isEmpty() || column.type() != ColumnType.NUMBER || NumberText.isNumber(cell);
    }

    /** Without the value, which may tell who the patient is where columns are shifted. */
    private static String reason(String cell, Column column, FittedColumn fitted) {
        if (cell.isEmpty()) {
            return "has no value in '" + column.name() + "', and nothing stands in for missing ones";
        }
        return fitted.categories().isEmpty() ? "has something in '" + column.name() + "' that is no number"
                : "has something in '" + column.name() + "' that is none of its categories: "
                        + String.join(", ", fitted.categories());
    }
}
