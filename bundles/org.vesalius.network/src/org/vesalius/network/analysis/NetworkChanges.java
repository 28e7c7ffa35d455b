// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Network;

/**
 * Hears what changes in a network, in all that it holds. Used on the thread that edits the network; what it tells is for
 * any thread.
 */
public class NetworkChanges extends EContentAdapter {
    private final Network network;
    private Set<EObject> changed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param network the network, which is heard from now on; all of it counts as changed */
    public NetworkChanges(Network network) {
        this.network = network;
        network.eAdapters().add(this);
    }

    /** Listens no longer. */
    public final void stop() {
        network.eAdapters().remove(this);
    }

    @Override
    public void notifyChanged(Notification change) {
        super.notifyChanged(change);
        if (!change.isTouch() && change.getNotifier() instanceof EObject object) {
            changed.add(object);
        }
    }

    @Override
    protected void addAdapter(Notifier notifier) {
        super.addAdapter(notifier);
        changed.add((EObject) notifier);
    }

    @Override
    protected void setTarget(EObject target) {
        super.setTarget(target);
        changed.add(target);
    }

    @Override
    protected void removeAdapter(Notifier notifier) {
        super.removeAdapter(notifier);
        changed.add((EObject) notifier);
    }

    /** What changed since the last call, as it is now. The network itself may then change again. */
    public final Update take() {
        List<State> states = new ArrayList<>();
        List<EObject> gone = new ArrayList<>();
        List.copyOf(changed).forEach(this::addEnds);
        for (EObject object : changed) {
            if (EcoreUtil.isAncestor(network, object)) {
                states.add(new State(object));
            } else {
                gone.add(object);
            }
        }
        changed = Collections.newSetFromMap(new IdentityHashMap<>());
        return new Update(states, gone);
    }

    /** Where a connection that came back stands among the others of a layer is for the layer to say. */
    private void addEnds(EObject object) {
        if (object instanceof Connection connection) {
            Stream.of(connection.getSource(), connection.getTarget()).filter(Objects::nonNull).forEach(changed::add);
        }
    }

    /** What changed in a network: what is new or not as it was, and what the network no longer holds. Immutable. */
    public static final class Update {
        private final List<State> states;
        private final List<EObject> gone;

        private Update(List<State> states, List<EObject> gone) {
            this.states = List.copyOf(states);
            this.gone = List.copyOf(gone);
        }

        List<State> states() {
            return states;
        }

        /** Objects that only tell one from the other. */
        List<EObject> gone() {
            return gone;
        }
    }

    /** The attributes and references of one object at one moment: values, objects, or lists of these. */
    static final class State {
        private final EObject object;
        private final Object[] values;

        private State(EObject object) {
            List<EStructuralFeature> features = object.eClass().getEAllStructuralFeatures();
            this.object = object;
            this.values = new Object[features.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = isKept(features.get(i)) ? object.eGet(features.get(i)) : null;
                values[i] = value instanceof List<?> many ? List.copyOf(many) : value;
            }
        }

        /** The object, which only tells one from the other. */
        EObject object() {
            return object;
        }

        void forEach(BiConsumer<EStructuralFeature, Object> value) {
            List<EStructuralFeature> features = object.eClass().getEAllStructuralFeatures();
            for (int i = 0; i < values.length; i++) {
                if (isKept(features.get(i))) {
                    value.accept(features.get(i), values[i]);
                }
            }
        }

        private static boolean isKept(EStructuralFeature feature) {
            boolean container = feature instanceof EReference reference && reference.isContainer();
            return feature.isChangeable() && !feature.isDerived() && !container;
        }
    }
}
