// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.weights.WeightTensor;

/**
 * Normalisations of groups of channels. Tools that lack an operator for groups make each group a channel of its own,
 * normalise these and undo it; since a reshape is a view, the layer then stands where the channels lie together.
 */
public final class GroupReaders {
    /** From this operator set on, a group normalisation scales each channel, before that each group. */
    private static final int SCALE_OF_EACH_CHANNEL = 21;

    private GroupReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("InstanceNormalization", GroupReaders::instances);
        readers.put("GroupNormalization", GroupReaders::groups);
    }

    private static void instances(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        if (!in.isBatchFirst() || in.rank() < 3) {
            throw new NotExpressible("the samples do not lie along the first axis");
        }
        List<Atom> each = Atom.essential(in.groups().get(1));
        Optional<List<Atom>> channels = in.natural().stream().filter(axis -> startsWith(axis, each)).findFirst();
        View ready = each.isEmpty() && in.shape().last().known() ? in : channels.isPresent() ? withLast(in, channels.get(), node, reading)
                : SlidingWindow.ChannelsFirst.in(in, node, reading);
        reading.put(node, add(Atom.product(each), ready, node, reading));
    }

    private static boolean startsWith(List<Atom> axis, List<Atom> group) {
        List<Atom> atoms = Atom.essential(axis);
        return !group.isEmpty() && atoms.size() >= group.size() && atoms.subList(0, group.size()).equals(group);
    }

    /** The value by a layer whose last axis is this one of its axes. */
    private static View withLast(View in, List<Atom> last, ForeignNode node, Reading reading) throws NotExpressible {
        List<List<Atom>> wanted = new ArrayList<>(in.natural());
        wanted.remove(last);
        wanted.add(last);
        return reading.arranged(in, wanted, node.called());
    }

    private static void groups(ForeignNode node, Reading reading) throws NotExpressible {
        View in = SlidingWindow.ChannelsFirst.in(reading.view(node, 0), node, reading);
        reading.put(node, add(node.integer("num_groups", 1), in, node, reading));
    }

    private static View add(long groups, View in, ForeignNode node, Reading reading) throws NotExpressible {
        int channels = in.shape().last().size();
        if (groups < 1 || channels < 1 || channels % groups != 0) {
            throw new NotExpressible("it makes " + groups + " groups of its channels");
        }
        float[] scale = perChannel(reading.needed(node, 1), groups, channels, reading.operatorSet());
        float[] shift = perChannel(reading.needed(node, 2), groups, channels, reading.operatorSet());
        GroupNormalization layer = NetworkFactory.eINSTANCE.createGroupNormalization();
        layer.setGroups(groups == channels ? -1 : (int) groups);
        layer.setEpsilon(NumberTypes.shortest(node.number("epsilon", 1e-5)));
        layer.setScale(!isAll(scale, 1));
        layer.setCenter(!isAll(shift, 0));
        View result = reading.addInPlace(node, layer, in);
        weight(layer, layer.isScale(), "gamma", scale, reading);
        weight(layer, layer.isCenter(), "beta", shift, reading);
        return result;
    }

    private static void weight(Layer layer, boolean there, String name, float[] values, Reading reading) {
        if (there) {
            reading.draft().weight(layer, name, WeightTensor.of(values, values.length));
        }
    }

    private static float[] perChannel(ForeignArray array, long groups, int channels, long operatorSet)
            throws NotExpressible {
        boolean ofGroups = array.size() == groups && (groups == channels || operatorSet < SCALE_OF_EACH_CHANNEL);
        if (!ofGroups && array.size() != channels) {
            throw new NotExpressible("its weights don't belong to its channels");
        }
        float[] values = new float[channels];
        for (int i = 0; i < channels; i++) {
            values[i] = array.floats()[(int) (ofGroups ? i / (channels / groups) : i)];
        }
        return values;
    }

    private static boolean isAll(float[] values, float number) {
        for (float value : values) {
            if (value != number) {
                return false;
            }
        }
        return true;
    }
}
