// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * What the user edits in the fields of one open model: values that go to its command stack, and entries that can't be
 * taken. These are kept with their reason until they are mended, also while their field shows something else. Used on
 * the UI thread.
 */
public final class ModelEdits {
    private final Stack stack;
    private final boolean whileTyping;
    private final Map<Place, Refused> refused = new LinkedHashMap<>();
    private Field open;
    private boolean goesOn;
    private Runnable listener = () -> {};

    private ModelEdits(Stack stack, boolean whileTyping) {
        this.stack = Objects.requireNonNull(stack);
        this.whileTyping = whileTyping;
    }

    /** Values go to the stack when their entry is complete: with Enter, or when its field is left. */
    public static ModelEdits whenComplete(Stack stack) {
        return new ModelEdits(stack, false);
    }

    /** Values go to the stack while they are typed, as soon as what stands in the field is one. */
    public static ModelEdits whileTyping(Stack stack) {
        return new ModelEdits(stack, true);
    }

    /** Returns what is wrong with the entries that could not be taken, the oldest first. */
    public List<String> faults() {
        return refused.values().stream().map(Refused::fault).toList();
    }

    /** Drops the entries of objects that are gone from the model, and their fields with them. */
    public void keepOnly(Predicate<EObject> there) {
        refused.keySet().removeIf(place -> !place.objects().stream().allMatch(there));
    }

    /** Completes the entry that is being typed; to be called before the model is saved or used. */
    public void finish() {
        if (open != null) {
            open.finish();
        }
    }

    /** Tells whether something is being typed that is not in the model yet. */
    public boolean isTyping() {
        return open != null && !whileTyping;
    }

    /** Sets who hears that an entry begins or ends, is refused or is not refused any more. */
    public void onEntry(Runnable hearer) {
        listener = hearer;
    }

    void apply(String label, List<Change> changes) {
        if (!changes.isEmpty()) {
            stack.apply(label, changes, goesOn);
            goesOn = open != null;
        }
    }

    /** Tells whether each value that is typed goes to the stack at once. */
    boolean isWhileTyping() {
        return whileTyping;
    }

    void typing(Field field) {
        if (open != field) {
            goesOn = false;
            open = field;
            listener.run();
        }
    }

    void ended(Field field) {
        if (open == field) {
            open = null;
            goesOn = false;
            listener.run();
        }
    }

    /** Keeps an entry that can't be taken. */
    void refuse(SharedAttribute attribute, String typed, String fault) {
        refused.put(Place.of(attribute), new Refused(typed, fault, attribute.values()));
        listener.run();
    }

    void forget(SharedAttribute attribute) {
        if (refused.remove(Place.of(attribute)) != null) {
            listener.run();
        }
    }

    /** Returns the entry that could not be taken for an attribute; it is moot once the values changed otherwise. */
    Optional<String> refused(SharedAttribute attribute) {
        Refused entry = refused.get(Place.of(attribute));
        if (entry != null && !entry.before().equals(attribute.values())) {
            forget(attribute);
            return Optional.empty();
        }
        return Optional.ofNullable(entry).map(Refused::typed);
    }

    /** The command stack behind the fields. */
    @FunctionalInterface
    public interface Stack {
        /**
         * Gives objects new values, as one act that can be undone.
         *
         * @param label what the act is called
         * @param goesOn whether this replaces the values of the act before, as the user still types in the same field
         */
        void apply(String label, List<Change> changes, boolean goesOn);
    }

    /**
     * A new value of one object.
     *
     * @param value the value, of the attribute's type; null takes it away
     */
    public record Change(EObject object, EAttribute attribute, Object value) {
    }

    private record Place(List<EObject> objects, String attribute) {
        static Place of(SharedAttribute shared) {
            return new Place(shared.objects(), shared.id());
        }
    }

    private record Refused(String typed, String fault, List<Object> before) {
    }
}
