// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.weights.WeightTensor;

/**
 * What happens along one axis of a value and is the same for all others, such as picking, turning round, mirroring at a
 * border or a smooth change of size: a product with a matrix, since no layer does it.
 *
 * @param node the operator
 * @param reading where the layers go
 */
public record AxisMap(ForeignNode node, Reading reading) {
    private static final long MOST = 1 << 24;

    /**
     * Places of an axis, one behind the other.
     *
     * @param places their numbers; -1 for a zero
     */
    public View picked(View in, int axis, List<Integer> places) throws NotExpressible {
        Optional<WithinFeatures> within = WithinFeatures.of(in, axis);
        if (within.isPresent()) {
            WithinFeatures part = within.get();
            View whole = part.whole(in);
            return part.regrouped(in, pickedWhole(whole, whole.rank() - 1, part.places(places)), places.size());
        }
        return pickedWhole(in, axis, places);
    }

    private View pickedWhole(View in, int axis, List<Integer> places) throws NotExpressible {
        int size = in.dims().get(axis).intValue();
        float[] matrix = room(size, places.size());
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) >= 0) {
                matrix[places.get(i) * places.size() + i] = 1;
            }
        }
        return mixed(in, axis, WeightTensor.of(matrix, size, places.size()), "it picks places by weights of 0 and 1");
    }

    /**
     * New places of an axis as sums of the old ones.
     *
     * @param matrix old × new places
     * @param what what the report calls it
     */
    public View mixed(View in, int axis, WeightTensor matrix, String what) throws NotExpressible {
        View result = applied(in, axis, matrix);
        reading.draft().note(result.layer(), Fidelity.APPROXIMATED,
                what + "; predictions are the same, training changes the weights");
        return result;
    }

    /** The matrix along an axis, as weights of the file itself. */
    public View applied(View in, int axis, WeightTensor matrix) throws NotExpressible {
        List<List<Atom>> last = new ArrayList<>(in.groups());
        last.add(last.remove(axis));
        View result = MatrixProduct.of(in.under(last), matrix, Optional.empty(), node, reading);
        List<List<Atom>> groups = new ArrayList<>(result.groups());
        groups.add(axis, groups.remove(groups.size() - 1));
        return result.under(groups);
    }

    /** Room for a matrix. */
    public static float[] room(long rows, long columns) throws NotExpressible {
        if (rows < 1 || columns < 1 || rows * columns > MOST) {
            throw new NotExpressible("it makes " + columns + " places of " + rows);
        }
        return new float[(int) (rows * columns)];
    }
}
