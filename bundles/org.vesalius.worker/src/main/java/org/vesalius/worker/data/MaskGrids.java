// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.evaluation.metric.PlaceGrid;

/**
 * Where the places of masks are: how far apart, as their files say it and after the steps of their column.
 *
 * @param root the data set's root folder
 * @param column the column of the masks
 * @param reader reads it
 * @param samples the samples, in the order of their numbers
 * @param sizes how many places a mask has along each axis, as the network says them
 */
record MaskGrids(Path root, Column column, ColumnReader reader, List<Sample> samples, List<Integer> sizes) {

    static MaskGrids of(Path root, Column column, ColumnReader reader, List<Sample> samples, int[] shape) {
        return new MaskGrids(root, column, reader, samples,
                Arrays.stream(shape, 0, shape.length - 1).boxed().toList());
    }

    /** The grid of a sample; without a spacing where its file tells none, or has been brought to another size. */
    PlaceGrid of(int sample) {
        List<Axis> axes = axes(samples.get(sample)).stream().filter(Axis::spatial).toList();
        boolean known = axes.stream().map(Axis::size).toList().equals(sizes) && axes.stream().allMatch(axis -> axis.step() > 0);
        return new PlaceGrid(sizes, known ? axes.stream().map(Axis::step).toList() : List.of());
    }

    private List<Axis> axes(Sample sample) {
        try {
            String value = sample.value(column);
            ArrayDescription stored = reader.describe(root, value, column.options());
            if (stored.spacing().stream().allMatch(step -> step == 0) || !column.options().containsKey(Steps.OPTION)) {
                return stored.axes();
            }
            Steps steps = Steps.of(column);
            return reader.read(root, value, column.options(), array -> steps.apply(array).description().axes());
        } catch (IOException | ReportedException e) {
            // read before, and gone meanwhile: how good the network is can be told all the same
            return List.of();
        }
    }
}
