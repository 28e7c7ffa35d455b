// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Who has influenza, by symptoms, contacts and a rapid test that not everybody had. The test finds 62 % of the ill and clears 98 %
 * of the others, as Chartrand et al. found (Accuracy of rapid influenza diagnostic tests, Annals of Internal Medicine 156, 2012);
 * who coughs and has fever is tested more often, so "not tested" tells something else than "negative". The elderly have
 * no fever when ill, which a sum can't say. The reference standard, a PCR, was made of about two in three; of the others nothing is known.
 */
public final class FluModel implements RecordModel {
    static final String AGE = "age";
    static final String TEST = "rapid test";
    static final String PCR = "pcr";
    static final String NOT_TESTED = "not tested";
    static final String NEGATIVE = "negative";
    static final String POSITIVE = "positive";
    static final double PREVALENCE = 0.35;
    static final int ELDERLY = 60;

    private static final double SENSITIVITY = 0.62;
    private static final double SPECIFICITY = 0.98;
    private static final double PCR_MADE = 0.65;
    private static final List<String> NO_YES = List.of("no", "yes");

    /** What patients are asked for: how often the ill, the elderly among them and the others have it. */
    enum Symptom {
        FEVER(0.85, 0.2, 0.3), COUGH(0.8, 0.9, 0.6), ACHES(0.75, 0.3, 0.4), SNEEZING(0.4, 0.75, 0.6), CONTACT(0.5, 0.5, 0.3);

        private final double ill;
        private final double elderly;
        private final double others;

        Symptom(double ill, double elderly, double others) {
            this.ill = ill;
            this.elderly = elderly;
            this.others = others;
        }

        /** How the table names it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many have it. */
        double share(boolean influenza, int age) {
            return !influenza ? others : age >= ELDERLY ? elderly : ill;
        }
    }

    @Override
    public String name() {
        return "Influenza phantom";
    }

    @Override
    public List<Column> columns() {
        List<Column> symptoms = List.of(Symptom.values()).stream()
                .map(symptom -> Column.category(symptom.word(), ColumnRole.INPUT, NO_YES)).toList();
        return java.util.stream.Stream.of(List.of(Column.number(AGE, ColumnRole.INPUT, "years")), symptoms,
                List.of(Column.category(TEST, ColumnRole.INPUT, List.of(NOT_TESTED, NEGATIVE, POSITIVE)),
                        Column.label(PCR, List.of(NEGATIVE, POSITIVE)).with(MissingValues.marked(List.of(NOT_TESTED)))))
                .flatMap(List::stream).toList();
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        int age = 5 + random.nextInt(85);
        boolean influenza = random.chance(PREVALENCE);
        Map<String, String> row = new LinkedHashMap<>();
        row.put(AGE, String.valueOf(age));
        for (Symptom symptom : Symptom.values()) {
            row.put(symptom.word(), NO_YES.get(random.chance(symptom.share(influenza, age)) ? 1 : 0));
        }
        boolean suspected = has(row, Symptom.FEVER) && has(row, Symptom.COUGH);
        boolean tested = random.chance(suspected ? 0.8 : 0.3);
        boolean shown = random.chance(positives(influenza));
        row.put(TEST, tested ? shown ? POSITIVE : NEGATIVE : NOT_TESTED);
        row.put(PCR, random.chance(PCR_MADE) ? influenza ? POSITIVE : NEGATIVE : NOT_TESTED);
        return row;
    }

    /** Whether a row says that a symptom is there. */
    static boolean has(Map<String, String> row, Symptom symptom) {
        return row.get(symptom.word()).equals(NO_YES.get(1));
    }

    /** How many of those tested the rapid test calls ill. */
    static double positives(boolean influenza) {
        return influenza ? SENSITIVITY : 1 - SPECIFICITY;
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return patient.get(PCR);
    }
}
