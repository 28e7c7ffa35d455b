// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/**
 * Takes every n-th place along each axis into a sample of its own, beginning with the first place, with the second, and
 * so on; or puts such phases back together. A window without gaps over a phase is one with gaps over the whole.
 */
public final class Phases extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final int[] counts;
    private final boolean apart;

    private Phases(List<Integer> counts, boolean apart) {
        this.counts = counts.stream().mapToInt(Integer::intValue).toArray();
        this.apart = apart;
    }

    /** @param counts number of phases along each axis of a sample but the last; each divides the axis */
    public static Phases apart(List<Integer> counts) {
        return new Phases(counts, true);
    }

    /** @param counts as for {@link #apart} */
    public static Phases together(List<Integer> counts) {
        return new Phases(counts, false);
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        return apart ? split(input, ArrayType.ACTIVATIONS, workspaces) : join(input, ArrayType.ACTIVATIONS, workspaces);
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return apart ? join(epsilon, ArrayType.ACTIVATION_GRAD, workspaces)
                : split(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
    }

    private INDArray split(INDArray whole, ArrayType kind, LayerWorkspaceMgr workspaces) {
        long[] shape = whole.shape().clone();
        shape[0] *= total();
        for (int i = 0; i < counts.length; i++) {
            shape[i + 1] /= counts[i];
        }
        INDArray phases = workspaces.createUninitialized(kind, whole.dataType(), shape, 'c');
        for (int phase = 0; phase < total(); phase++) {
            block(phases, phase).assign(places(Contiguous.of(whole), phase));
        }
        return phases;
    }

    private INDArray join(INDArray phases, ArrayType kind, LayerWorkspaceMgr workspaces) {
        long[] shape = phases.shape().clone();
        shape[0] /= total();
        for (int i = 0; i < counts.length; i++) {
            shape[i + 1] *= counts[i];
        }
        INDArray whole = workspaces.createUninitialized(kind, phases.dataType(), shape, 'c');
        for (int phase = 0; phase < total(); phase++) {
            places(whole, phase).assign(block(phases, phase));
        }
        return whole;
    }

    /** The samples of a phase. */
    private INDArray block(INDArray phases, int phase) {
        long samples = phases.size(0) / total();
        INDArrayIndex[] indices = new INDArrayIndex[phases.rank()];
        Arrays.fill(indices, NDArrayIndex.all());
        indices[0] = NDArrayIndex.interval(phase * samples, (phase + 1) * samples);
        return phases.get(indices);
    }

    /** The places of the whole, which is contiguous, that belong to a phase. */
    private INDArray places(INDArray whole, int phase) {
        List<Long> sizes = new ArrayList<>(List.of(whole.size(0)));
        List<INDArrayIndex> indices = new ArrayList<>(List.of(NDArrayIndex.all()));
        int rest = phase;
        for (int i = 0; i < counts.length; i++) {
            sizes.add(whole.size(i + 1) / counts[i]);
            indices.add(NDArrayIndex.all());
            sizes.add((long) counts[i]);
            indices.add(NDArrayIndex.point(rest % counts[i]));
            rest /= counts[i];
        }
        sizes.add(whole.size(whole.rank() - 1));
        indices.add(NDArrayIndex.all());
        long[] apartSizes = sizes.stream().mapToLong(Long::longValue).toArray();
        return whole.reshape('c', apartSizes).get(indices.toArray(INDArrayIndex[]::new));
    }

    private int total() {
        return Arrays.stream(counts).reduce(1, Math::multiplyExact);
    }
}
