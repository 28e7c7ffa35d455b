// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.AttributeText;
import org.vesalius.network.meta.ValueText;
import org.vesalius.ui.field.ModelEdits.Change;

/**
 * An attribute that all of some objects have: by the same name and of the same type, whatever class it comes from. So
 * the activations of a Dense and of a Convolution 2D are one to whoever edits both.
 */
public final class SharedAttribute {
    private static final int SHOWN_VALUES = 3;

    private final EAttribute attribute;
    private final List<Holder> holders;

    private SharedAttribute(EAttribute attribute, List<Holder> holders) {
        this.attribute = attribute;
        this.holders = holders;
    }

    /** Returns the attributes that objects share, in the order of the first one's metamodel. */
    public static List<SharedAttribute> of(List<? extends EObject> objects, Predicate<EAttribute> wanted) {
        if (objects.isEmpty()) {
            return List.of();
        }
        List<SharedAttribute> shared = new ArrayList<>();
        for (EAttribute attribute : objects.get(0).eClass().getEAllAttributes()) {
            List<Holder> holders = wanted.test(attribute) ? holders(objects, attribute) : List.of();
            if (holders.size() == objects.size()) {
                shared.add(new SharedAttribute(attribute, holders));
            }
        }
        return shared;
    }

    private static List<Holder> holders(List<? extends EObject> objects, EAttribute attribute) {
        List<Holder> holders = new ArrayList<>();
        for (EObject object : objects) {
            if (object.eClass().getEStructuralFeature(attribute.getName()) instanceof EAttribute own
                    && own.getEAttributeType() == attribute.getEAttributeType()) {
                holders.add(new Holder(object, own));
            }
        }
        return holders;
    }

    /** Identifies the kind of the attribute, whoever holds it. */
    String id() {
        return attribute.getName() + ":" + attribute.getEAttributeType().getName();
    }

    EAttribute attribute() {
        return attribute;
    }

    AttributeInfo info() {
        return AttributeInfo.of(attribute);
    }

    /** Returns the objects that have it. */
    List<EObject> objects() {
        return holders.stream().map(Holder::object).toList();
    }

    /** Returns the values of all objects. */
    List<Object> values() {
        return holders.stream().map(Holder::value).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns the value of the first object. */
    Object value() {
        return holders.get(0).value();
    }

    /** Tells whether not all objects have the same value. */
    boolean isMixed() {
        Object first = value();
        return holders.stream().anyMatch(holder -> !Objects.equals(first, holder.value()));
    }

    /** Tells whether some object has another value than the metamodel gives it at first. */
    boolean isChanged() {
        return holders.stream().anyMatch(holder -> holder.object().eIsSet(holder.attribute()));
    }

    /** Returns the different values for people, such as "several: 3×3, 5×5, …". */
    String mixedText() {
        Set<String> values = new LinkedHashSet<>();
        for (Holder holder : holders) {
            values.add(holder.value() == null ? "none" : ValueText.of(holder.value()));
            if (values.size() > SHOWN_VALUES) {
                break;
            }
        }
        String shown = values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "));
        return "several: " + shown + (values.size() > SHOWN_VALUES ? ", …" : "");
    }

    /** Says what is wrong with what was typed, for any of the objects; empty where nothing is. */
    Optional<String> fault(String typed) {
        return holders.stream().map(Holder::attribute).distinct().map(own -> new AttributeText(own).fault(typed))
                .flatMap(Optional::stream).findFirst();
    }

    /** Returns the value of what was typed, where {@link #fault} finds nothing. */
    Object parse(String typed) {
        return new AttributeText(attribute).parse(typed);
    }

    /** Returns the changes that give all objects a value; none for those that have it already. */
    List<Change> changesTo(Object value) {
        return changes(holder -> value);
    }

    /** Returns the changes that give all objects the value they had at first. */
    List<Change> changesBack() {
        return changes(holder -> holder.attribute().getDefaultValue());
    }

    private List<Change> changes(Function<Holder, Object> value) {
        return holders.stream().map(holder -> new Change(holder.object(), holder.attribute(), value.apply(holder)))
                .filter(change -> !Objects.equals(change.value(), change.object().eGet(change.attribute()))).toList();
    }

    /**
     * One object with the attribute as its own class declares it.
     *
     * @param object the object
     * @param attribute the attribute of its class
     */
    private record Holder(EObject object, EAttribute attribute) {
        Object value() {
            return object.eGet(attribute);
        }
    }
}
