// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.weights.WeightTensor;

/** Some of the channels of a value: a product with a matrix of zeros and ones, since no layer picks channels out. */
final class ChannelSelection {
    private static final long MOST = 1 << 24;

    private ChannelSelection() {
    }

    /**
     * The channels at these places.
     *
     * @param axis the axis of the channels
     * @param places their numbers; negative ones count from the end
     */
    static View of(View in, int axis, List<Long> places, ForeignNode node, Reading reading) throws NotExpressible {
        int size = in.dims().get(axis).intValue();
        boolean there = places.stream().allMatch(place -> place >= -size && place < size);
        if (!there || places.isEmpty() || (long) size * places.size() > MOST) {
            throw new NotExpressible("it picks " + places.size() + " of " + size + " channels");
        }
        float[] matrix = new float[size * places.size()];
        for (int i = 0; i < places.size(); i++) {
            int place = (int) (places.get(i) < 0 ? places.get(i) + size : places.get(i));
            matrix[place * places.size() + i] = 1;
        }
        View picked = DenseReaders.product(withLast(in, axis), WeightTensor.of(matrix, size, places.size()),
                Optional.empty(), node, reading);
        reading.sketch().note(picked.layer(), Fidelity.APPROXIMATED,
                "it picks channels by weights of 0 and 1; predictions are the same, training changes the weights");
        List<List<Atom>> groups = new ArrayList<>(picked.groups());
        groups.add(axis, groups.remove(groups.size() - 1));
        return picked.under(groups);
    }

    private static View withLast(View in, int axis) {
        List<List<Atom>> groups = new ArrayList<>(in.groups());
        groups.add(groups.remove(axis));
        return in.under(groups);
    }
}
