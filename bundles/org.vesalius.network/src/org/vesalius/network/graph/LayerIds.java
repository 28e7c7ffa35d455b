// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;

/**
 * Gives layers their ids: eight random characters, so that two people who add layers to copies of one network can
 * still merge their files.
 */
public final class LayerIds {
    private static final Pattern VALID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final int LENGTH = 8;

    private final Set<String> used = new HashSet<>();
    private final RandomGenerator random;

    private LayerIds(RandomGenerator random) {
        this.random = random;
    }

    /** The ids in a network or a block: knows those in use, inside wrappers and blocks too. */
    public static LayerIds of(EObject tree) {
        return of(tree, ThreadLocalRandom.current());
    }

    /** As {@link #of(EObject)}, with a source of randomness for results that can be repeated. */
    public static LayerIds of(EObject tree, RandomGenerator random) {
        LayerIds ids = new LayerIds(random);
        forEachLayer(tree, layer -> ids.used.add(layer.getId()));
        return ids;
    }

    /** Whether a text may be an id: letters, digits, {@code . _ -}, at most 64, not starting with a digit. */
    public static boolean isValid(String id) {
        return id != null && VALID.matcher(id).matches();
    }

    /** An id that no layer of the network has, and that is given out once. */
    public String next() {
        String id = draw();
        while (!used.add(id)) {
            id = draw();
        }
        return id;
    }

    /** Gives an id to each layer of a tree that has none, the layers inside wrappers and blocks among them. */
    public void assignMissing(EObject tree) {
        forEachLayer(tree, layer -> {
            if (layer.getId() == null || layer.getId().isEmpty()) {
                layer.setId(next());
            }
        });
    }

    /** Gives each layer of a tree a new id: for copies that join the network they were copied from. */
    public void reassign(EObject tree) {
        forEachLayer(tree, layer -> layer.setId(next()));
    }

    private String draw() {
        StringBuilder id = new StringBuilder(LENGTH);
        id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        while (id.length() < LENGTH) {
            id.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return id.toString();
    }

    private static void forEachLayer(EObject tree, Consumer<Layer> action) {
        TreeIterator<EObject> all = EcoreUtil.getAllContents(Set.of(tree));
        while (all.hasNext()) {
            if (all.next() instanceof Layer layer) {
                action.accept(layer);
            }
        }
    }
}
