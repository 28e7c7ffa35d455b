// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;

/**
 * Where an expansion stands: in which blocks, and in which repetition of each.
 *
 * @param idPrefix what the ids of layers here start with
 * @param namePrefix what their names start with
 * @param blocks the blocks around, as far as they are part of the drawing, the outermost first
 * @param reference the reference that stands for everything here in the drawing, if one was followed
 * @param repetitions the repetitions of all blocks around
 * @param source where references here lead
 * @param files what identifies the files that were opened on the way here
 * @param copies what was copied here
 */
record Scope(String idPrefix, String namePrefix, List<Layer> blocks, Optional<Layer> reference,
        List<Repetition> repetitions, BlockSource source, List<Object> files, Copies copies) {

    static Scope outermost(BlockSource source, Copies copies) {
        return new Scope("", "", List.of(), Optional.empty(), List.of(), source, List.of(), copies);
    }

    /** How many blocks stand around. */
    int level() {
        return repetitions.size();
    }

    /** The inside of a block in one of its repetitions. */
    Scope inside(Block block, Repetition repetition, boolean changed) {
        return inside(block, repetition, reference, source, files, changed);
    }

    /** The inside of a block that a reference led to, in one of its repetitions. */
    Scope inside(Layer referring, Repetition repetition, BlockSource.Found found, boolean changed) {
        return inside(referring, repetition, reference.or(() -> Optional.of(referring)), found.inside(),
                plus(files, found.identity()), changed);
    }

    private Scope inside(Layer layer, Repetition repetition, Optional<Layer> newReference, BlockSource newSource,
            List<Object> newFiles, boolean changed) {
        String number = repetition.count() == 1 ? "" : "." + repetition.index();
        return new Scope(idPrefix + layer.getId() + number + "/", namePrefix + name(layer) + number + "/",
                reference.isPresent() ? blocks : plus(blocks, layer), newReference, plus(repetitions, repetition),
                newSource, newFiles, copies.inside(layer, repetition.index(), changed));
    }

    /** What a layer is called here; one without a name by its id. */
    static String name(Layer layer) {
        return layer.getName() == null ? String.valueOf(layer.getId()) : layer.getName();
    }

    /** Where a layer copied here comes from. */
    Origin origin(Layer layer) {
        return new Origin(reference.orElse(layer), repetitions.stream().map(Repetition::index).toList());
    }

    /** The layer of the drawing that a problem of a layer here is shown at. */
    Layer shownAt(Layer layer) {
        return reference.orElse(layer);
    }

    private static <T> List<T> plus(List<? extends T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return List.copyOf(longer);
    }
}
