// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.SplittableRandom;

import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.Initializer;
import org.vesalius.worker.dl4j.initial.Orthogonal;
import org.vesalius.worker.dl4j.initial.RandomValues.Normal;
import org.vesalius.worker.dl4j.initial.RandomValues.TruncatedNormal;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;

/**
 * How a kernel starts when its layer says so. Of the last two axes of Keras's layout the first counts as inputs and the
 * second as outputs, the axes before as places, as in Keras.
 *
 * @param kind one of the metamodel's but {@code usual}
 * @param layout how DL4J's numbers relate to those of the weight
 */
record KernelStart(org.vesalius.network.Initializer kind, WeightLayout layout) implements Initializer {

    private static final double SMALL = 0.05;

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        long[] weight = layout.weightShape(shape);
        double[] drawn = of(weight).values(weight, random);
        float[] values = new float[drawn.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) drawn[i];
        }
        float[] engine = layout.toEngine(values, shape);
        for (int i = 0; i < engine.length; i++) {
            drawn[i] = engine[i];
        }
        return drawn;
    }

    private Initializer of(long[] weight) {
        double inputs = fan(weight, 2);
        double outputs = fan(weight, 1);
        return switch (kind) {
            case GLOROT_UNIFORM -> uniform(2 / (inputs + outputs));
            case GLOROT_NORMAL -> new TruncatedNormal(2 / (inputs + outputs));
            case HE_UNIFORM -> uniform(2 / inputs);
            case HE_NORMAL -> new TruncatedNormal(2 / inputs);
            case LECUN_UNIFORM -> uniform(1 / inputs);
            case LECUN_NORMAL -> new TruncatedNormal(1 / inputs);
            case ORTHOGONAL -> new Orthogonal();
            case RANDOM_UNIFORM -> new Uniform(SMALL);
            case RANDOM_NORMAL -> new Normal(SMALL);
            case ZEROS -> new Constant(0);
            case ONES -> new Constant(1);
            case USUAL -> throw new IllegalArgumentException("what is usual depends on the layer");
        };
    }

    private static Uniform uniform(double variance) {
        return new Uniform(StrictMath.sqrt(3 * variance));
    }

    /** Size of an axis, counted from the last one, times the number of places. */
    private static double fan(long[] weight, int fromLast) {
        double fan = weight[Math.max(0, weight.length - fromLast)];
        for (int i = 0; i < weight.length - 2; i++) {
            fan *= weight[i];
        }
        return fan;
    }
}
