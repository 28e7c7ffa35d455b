// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.hdf5.Hdf5File;

/** Weights of an .h5 file: a group for each layer, whose attribute lists the arrays in order. */
public final class H5WeightStore implements WeightStore {
    private final Hdf5File file;
    private final String root;

    /** @param root the group that holds those of the layers; empty for a file of weights only */
    public H5WeightStore(Hdf5File file, String root) {
        this.file = file;
        this.root = root;
    }

    @Override
    public List<WeightStore.Stored> of(KerasLayer layer) {
        return stored(layer.name());
    }

    @Override
    public WeightStore inside(KerasLayer model) {
        return new NestedWeightStore(stored(model.name()), model.model().orElseThrow());
    }

    private List<WeightStore.Stored> stored(String layer) {
        String group = root + "/" + layer;
        List<WeightStore.Stored> weights = new ArrayList<>();
        for (String name : file.texts(group, "weight_names")) {
            weights.add(new WeightStore.Stored(name, file.tensor(group + "/" + name)));
        }
        return weights;
    }
}
