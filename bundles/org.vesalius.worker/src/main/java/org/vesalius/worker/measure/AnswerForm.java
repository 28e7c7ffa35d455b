// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.util.Arrays;
import java.util.List;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.experiment.encoding.FittedColumn;
import org.vesalius.worker.spi.Tensor;

/** How what an output says, and the truth that is encoded alike, become what is measured and kept. */
public interface AnswerForm {
    /** They are what they are. */
    AnswerForm PLAIN = values -> values;

    /**
     * The form of a bound output.
     *
     * @param columns how its columns became numbers
     */
    static AnswerForm of(BoundOutput output, List<FittedColumn> columns) {
        boolean standardised = output.columns().stream()
                .anyMatch(column -> column.encoding() == Encoding.STANDARDISED);
        if (output.kind() == TargetKind.NUMBERS && standardised) {
            return new Restored(columns.stream().mapToDouble(FittedColumn::mean).toArray(),
                    columns.stream().mapToDouble(FittedColumn::deviation).toArray());
        }
        return output.kind() == TargetKind.ORDERED && output.units() > 1 ? new Reached() : PLAIN;
    }

    /** The numbers of one sample. */
    float[] numbers(float[] values);

    /** The numbers of a batch. */
    default Tensor numbers(Tensor batch) {
        if (this == PLAIN || batch.batch() == 0) {
            return batch;
        }
        int size = batch.sampleSize();
        float[][] rows = new float[batch.batch()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(Arrays.copyOfRange(batch.values(), i * size, (i + 1) * size));
        }
        Tensor all = Tensor.zeros(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all.values(), i * rows[i].length, rows[i].length);
        }
        return all;
    }

    /**
     * Quantities that were standardised, in their own units again.
     *
     * @param means what was taken off each
     * @param deviations what each was then divided by
     */
    record Restored(double[] means, double[] deviations) implements AnswerForm {
        @Override
        public float[] numbers(float[] values) {
            float[] restored = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                int quantity = i % means.length;
                restored[i] = (float) (values[i] * deviations[quantity] + means[quantity]);
            }
            return restored;
        }
    }

    /**
     * Categories in their order: the probability of reaching each after the first becomes that of being each. Where a later
     * one is likelier to be reached than an earlier one, the earlier gets none.
     */
    record Reached() implements AnswerForm {
        @Override
        public float[] numbers(float[] values) {
            float[] shares = new float[values.length + 1];
            float reached = 1;
            for (int i = 0; i < values.length; i++) {
                float next = Math.min(reached, values[i]);
                shares[i] = reached - next;
                reached = next;
            }
            shares[values.length] = reached;
            return shares;
        }
    }
}
