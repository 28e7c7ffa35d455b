// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of one case.
 *
 * @param name the case
 * @param verdict what the import came to
 * @param detail for people: what differs, or why it was refused
 */
public record Outcome(String name, Verdict verdict, String detail) {

    /** How many cases came to what, in one line, then those that are not equal or not called exact. */
    public static String table(List<Outcome> outcomes) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        outcomes.forEach(outcome -> counts.merge(outcome.verdict(), 1, Integer::sum));
        return outcomes.size() + " cases: " + counts + "\n" + outcomes.stream()
                .filter(outcome -> outcome.verdict() != Verdict.EQUAL || !outcome.detail().isEmpty())
                .sorted((one, other) -> one.verdict().compareTo(other.verdict())).map(Outcome::toString)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return verdict + ": " + name + (detail.isEmpty() ? "" : ": " + detail.replace('\n', '|'));
    }
}
