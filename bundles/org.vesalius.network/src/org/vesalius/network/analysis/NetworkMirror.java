// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.analysis.NetworkChanges.State;
import org.vesalius.network.analysis.NetworkChanges.Update;

/**
 * A copy of a network that follows it, so that the copy can be analysed while the network is edited. It is what
 * {@link EcoreUtil#copy} would give, made by touching what changed only. Not for use by several threads.
 */
public final class NetworkMirror {
    private final Network mirrored = NetworkFactory.eINSTANCE.createNetwork();
    private final Map<EObject, EObject> copies = new IdentityHashMap<>();
    private final Map<EObject, EObject> originals = new IdentityHashMap<>();
    /** What was taken out may come back, to others that still refer to it; what nobody knows any more is forgotten. */
    private final Map<EObject, EObject> gone = new WeakHashMap<>();
    private Set<EObject> changed = Set.of();

    /** @param original the network that is followed; it is not looked into */
    public NetworkMirror(Network original) {
        put(original, mirrored);
    }

    /** The copy, which nobody else may change. */
    public Network network() {
        return mirrored;
    }

    /** What an object of the copy was copied from; empty if that is gone. */
    @SuppressWarnings("unchecked") // a copy has the type of its original
    public <T extends EObject> Optional<T> original(T copy) {
        return Optional.ofNullable((T) originals.get(copy));
    }

    /** Whether the copy holds one of an object. */
    public boolean follows(EObject original) {
        return copies.containsKey(original);
    }

    private void put(EObject original, EObject copy) {
        copies.put(original, copy);
        originals.put(copy, original);
    }

    /**
     * Makes the copy what the network was at the time of an update.
     *
     * @return the objects of the copy that changed, came, or are gone
     */
    public Set<EObject> apply(Update update) {
        changed = Collections.newSetFromMap(new IdentityHashMap<>());
        update.gone().forEach(this::forget);
        update.states().stream().filter(state -> !copies.containsKey(state.object())).forEach(this::create);
        update.states().forEach(this::setAttributes);
        update.states().forEach(state -> setReferences(state, EReference::isContainment));
        update.states().forEach(state -> setReferences(state, feature -> !feature.isContainment() && !feature.isMany()));
        update.states().forEach(state -> setReferences(state, feature -> !feature.isContainment() && feature.isMany()));
        return changed;
    }

    /** What is connected to it has a loose end then. */
    private void forget(EObject original) {
        EObject copy = copies.remove(original);
        if (copy == null) {
            return;
        }
        originals.remove(copy);
        gone.put(original, copy);
        changed.add(copy);
        if (copy instanceof Layer layer) {
            changed.addAll(layer.getIncoming());
            changed.addAll(layer.getOutgoing());
            layer.getIncoming().forEach(this::noteEnds);
            layer.getOutgoing().forEach(this::noteEnds);
            layer.getIncoming().clear();
            layer.getOutgoing().clear();
        } else if (copy instanceof Connection connection) {
            noteEnds(connection);
            connection.eUnset(NetworkPackage.Literals.CONNECTION__SOURCE);
            connection.eUnset(NetworkPackage.Literals.CONNECTION__TARGET);
        }
    }

    private void noteEnds(Connection connection) {
        if (connection.getSource() != null) {
            changed.add(connection.getSource());
        }
        if (connection.getTarget() != null) {
            changed.add(connection.getTarget());
        }
    }

    /** An element that goes elsewhere changes, and so does what held it or was connected by it. */
    private void noteBefore(EObject element, EObject holder) {
        if (element instanceof Connection connection) {
            noteEnds(connection);
        } else if (element.eContainer() != holder) {
            changed.add(element);
            if (element.eContainer() != null) {
                changed.add(element.eContainer());
            }
        }
    }

    private void create(State state) {
        EObject before = gone.remove(state.object());
        EObject copy = before == null ? EcoreUtil.create(state.object().eClass()) : before;
        put(state.object(), copy);
        changed.add(copy);
    }

    private void setAttributes(State state) {
        EObject copy = Objects.requireNonNull(copies.get(state.object()));
        state.forEach((feature, value) -> {
            if (feature instanceof EAttribute && !Objects.equals(listed(copy.eGet(feature)), value)) {
                copy.eSet(feature, value);
                changed.add(copy);
            }
        });
    }

    private static Object listed(Object value) {
        return value instanceof List<?> many ? List.copyOf(many) : value;
    }

    private void setReferences(State state, Predicate<EReference> kind) {
        EObject copy = Objects.requireNonNull(copies.get(state.object()));
        state.forEach((feature, value) -> {
            if (feature instanceof EReference reference && kind.test(reference)) {
                set(copy, reference, value);
            }
        });
    }

    /** A reference may lead out of the network, to what may come back; the end of a connection is loose then. */
    private Optional<EObject> referred(EReference reference, Optional<EObject> original) {
        boolean outside = reference.getEOpposite() == null && !reference.isContainment();
        return original.flatMap(there -> Optional.ofNullable(copies.get(there)).or(() -> outside
                ? Optional.of(gone.computeIfAbsent(there, other -> EcoreUtil.create(other.eClass()))) : Optional.empty()));
    }

    @SuppressWarnings("unchecked") // the value of a reference with many values
    private void set(EObject copy, EReference reference, Object value) {
        if (!reference.isMany()) {
            Optional<EObject> wanted = referred(reference, Optional.ofNullable((EObject) value));
            if (copy.eGet(reference) != wanted.orElse(null)) {
                noteBefore(copy, copy.eContainer());
                wanted.ifPresent(element -> noteBefore(element, copy));
                copy.eSet(reference, wanted.orElse(null));
                changed.add(copy);
            }
            return;
        }
        List<EObject> wanted = new ArrayList<>();
        for (Object original : (List<Object>) value) {
            EObject element = copies.get(original);
            if (element != null) {
                wanted.add(element);
            }
        }
        EList<EObject> present = (EList<EObject>) copy.eGet(reference);
        if (!present.equals(wanted)) {
            present.forEach(element -> noteBefore(element, copy));
            wanted.forEach(element -> noteBefore(element, copy));
            ECollections.setEList(present, wanted);
            changed.add(copy);
        }
    }
}
