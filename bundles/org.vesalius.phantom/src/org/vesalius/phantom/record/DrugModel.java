// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Which drugs a patient is given, by diagnoses, age and kidneys. Some rules join two facts: with weak kidneys insulin takes the
 * place of metformin, and anticoagulants are for the elderly among those whose heart flutters. The list of one in twelve was not
 * written down, which differs from a list without a drug.
 */
public final class DrugModel implements RecordModel {
    static final String AGE = "age";
    static final String KIDNEYS = "egfr";
    static final String DIAGNOSES = "diagnoses";
    static final String DRUGS = "drugs";
    static final String SEPARATOR = "|";

    private static final double LIST_MISSING = 1 / 12.0;

    /** The diagnoses, with how frequent each is. */
    enum Diagnosis {
        HYPERTENSION(0.5), DIABETES(0.35), FIBRILLATION(0.3), HEART_FAILURE(0.25), ASTHMA(0.2);

        private final double share;

        Diagnosis(double share) {
            this.share = share;
        }
    }

    /** The drugs. */
    enum Drug {
        METFORMIN, INSULIN, ANTICOAGULANT, BETA_BLOCKER, ACE_INHIBITOR, INHALER;

        /** The log odds that a patient gets it. */
        double logit(double age, double kidneys, Set<Diagnosis> has) {
            boolean weak = kidneys < 45;
            boolean diabetic = has.contains(Diagnosis.DIABETES);
            return switch (this) {
                case METFORMIN -> diabetic ? weak ? -2 : 1.8 : -3.5;
                case INSULIN -> diabetic ? weak ? 1.8 : -1.5 : -3.5;
                case ANTICOAGULANT -> has.contains(Diagnosis.FIBRILLATION) ? age >= 65 ? 2 : -1.2 : -3;
                case BETA_BLOCKER -> -2.5 + (has.contains(Diagnosis.ASTHMA) ? 0
                        : has.contains(Diagnosis.HEART_FAILURE) || has.contains(Diagnosis.FIBRILLATION) ? 3.8 : 0.8);
                case ACE_INHIBITOR -> has.contains(Diagnosis.HYPERTENSION) || has.contains(Diagnosis.HEART_FAILURE)
                        ? weak ? -1 : 1.5 : -2.5;
                case INHALER -> has.contains(Diagnosis.ASTHMA) ? 2.2 : -3;
            };
        }
    }

    @Override
    public String name() {
        return "Drug phantom";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.number(AGE, ColumnRole.INPUT, "years"), Column.number(KIDNEYS, ColumnRole.INPUT, "mL/min"),
                labels(DIAGNOSES, ColumnRole.INPUT, words(Diagnosis.values())),
                labels(DRUGS, ColumnRole.LABEL, words(Drug.values())));
    }

    private static Column labels(String name, ColumnRole role, List<String> labels) {
        return new Column(name, ColumnType.TEXT, role, "", "", Map.of(Column.SEPARATOR, SEPARATOR), labels,
                MissingValues.UNDECIDED);
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        int age = 40 + random.nextInt(51);
        double kidneys = RecordModel.rounded(Math.max(12, 115 - 0.7 * age + 18 * random.nearNormal()), 0);
        List<Diagnosis> has = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.values()) {
            if (random.chance(diagnosis.share)) {
                has.add(diagnosis);
            }
        }
        List<Drug> gets = new ArrayList<>();
        for (Drug drug : Drug.values()) {
            if (random.chance(RecordModel.probability(drug.logit(age, kidneys, Set.copyOf(has))))) {
                gets.add(drug);
            }
        }
        Map<String, String> row = new LinkedHashMap<>();
        row.put(AGE, String.valueOf(age));
        row.put(KIDNEYS, RecordModel.text(kidneys, 0));
        row.put(DIAGNOSES, cell(words(has.toArray(Enum<?>[]::new))));
        row.put(DRUGS, random.chance(LIST_MISSING) ? "" : cell(words(gets.toArray(Enum<?>[]::new))));
        return row;
    }

    /** The separator alone is a list that holds nothing. */
    private static String cell(List<String> labels) {
        return labels.isEmpty() ? SEPARATOR : String.join(SEPARATOR, labels);
    }

    private static List<String> words(Enum<?>[] values) {
        return List.of(values).stream().map(DrugModel::word).toList();
    }

    /** How the table names a diagnosis or a drug. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return patient.get(DRUGS).isEmpty() ? "unknown" : "known";
    }
}
