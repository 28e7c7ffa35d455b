// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How often something was done to each attribute, column or field; never to which value. */
public final class Actions {
    private final TreeMap<Action, Long> counts = new TreeMap<>();

    /**
     * What was done to one attribute.
     *
     * @param attribute its tag, or the name of a column or a field
     * @param name what the standard calls it; empty where the attribute says it
     * @param done what was done, such as {@code removed}
     */
    public record Action(String attribute, String name, String done) implements Comparable<Action> {
        private static final Comparator<Action> ORDER = Comparator.comparing(Action::attribute).thenComparing(Action::name)
                .thenComparing(Action::done);

        /** No component may be null. */
        public Action {
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(done, "done");
        }

        @Override
        public int compareTo(Action other) {
            return ORDER.compare(this, other);
        }
    }

    /** Counts once more. */
    public void add(String attribute, String name, String done) {
        counts.merge(new Action(attribute, name, done), 1L, Long::sum);
    }

    /** Adds all of another. */
    public void add(Actions other) {
        other.counts.forEach((action, count) -> counts.merge(action, count, Long::sum));
    }

    /** The counts, sorted by attribute. */
    public Map<Action, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** A list of {@code attribute}, {@code name}, {@code action} and the number of {@code times}. */
    public JsonArray toJson() {
        JsonArray actions = new JsonArray();
        counts().forEach((action, count) -> {
            JsonObject each = new JsonObject();
            each.addProperty("attribute", action.attribute());
            each.addProperty("name", action.name());
            each.addProperty("action", action.done());
            each.addProperty("times", count);
            actions.add(each);
        });
        return actions;
    }
}
