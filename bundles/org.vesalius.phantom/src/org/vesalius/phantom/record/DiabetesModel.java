// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Who gets diabetes within five years, about one in eight. The risk is highest around the age of 62, rises with the weight from
 * a body-mass index of 28 on and with the fasting glucose, and a diabetic parent counts more the younger somebody is: a sum of
 * the columns can't say this. Glucose is missing more often in the young, body-mass index and family by chance.
 */
public final class DiabetesModel implements RecordModel {
    static final String AGE = "age";
    static final String SEX = "sex";
    static final String BMI = "bmi";
    static final String GLUCOSE = "glucose";
    static final String PRESSURE = "pressure";
    static final String SMOKING = "smoking";
    static final String FAMILY = "parent diabetic";
    static final String OUTCOME = "diabetes";

    static final double MEAN_BMI = 27;
    static final double BMI_DEVIATION = 4.5;
    static final double GLUCOSE_DEVIATION = 0.7;
    static final double FAMILY_SHARE = 0.25;

    private static final double BMI_MISSING = 0.12;
    private static final double FAMILY_MISSING = 0.2;
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final List<String> NO_YES = List.of(NO, YES);
    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> SMOKERS = List.of("never", "former", "current");
    private static final String UNKNOWN = "unknown";

    @Override
    public String name() {
        return "Diabetes phantom";
    }

    @Override
    public List<Column> columns() {
        MissingValues median = MissingValues.UNDECIDED.treated(MissingValues.Treatment.MEDIAN, true);
        return List.of(Column.number(AGE, ColumnRole.INPUT, "years"), Column.category(SEX, ColumnRole.INPUT, SEXES),
                Column.number(BMI, ColumnRole.INPUT, "kg/m²").with(median),
                Column.number(GLUCOSE, ColumnRole.INPUT, "mmol/L").with(median),
                Column.number(PRESSURE, ColumnRole.INPUT, "mmHg"), Column.category(SMOKING, ColumnRole.INPUT, SMOKERS),
                Column.category(FAMILY, ColumnRole.INPUT, NO_YES).with(MissingValues.marked(List.of(UNKNOWN))
                        .treated(MissingValues.Treatment.MODE, true)),
                Column.label(OUTCOME, NO_YES));
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        int age = 35 + random.nextInt(46);
        boolean male = random.chance(0.5);
        double bmi = RecordModel.rounded(MEAN_BMI + BMI_DEVIATION * random.nearNormal(), 1);
        double glucose = RecordModel.rounded(meanGlucose(age, bmi) + GLUCOSE_DEVIATION * random.nearNormal(), 1);
        boolean family = random.chance(FAMILY_SHARE);
        int smoking = random.nextInt(SMOKERS.size());
        Map<String, String> row = new LinkedHashMap<>();
        row.put(AGE, String.valueOf(age));
        row.put(SEX, SEXES.get(male ? 1 : 0));
        row.put(BMI, random.chance(BMI_MISSING) ? "" : RecordModel.text(bmi, 1));
        row.put(GLUCOSE, random.chance(glucoseMissing(age)) ? "" : RecordModel.text(glucose, 1));
        row.put(PRESSURE, RecordModel.text(100 + 0.5 * age + 12 * random.nearNormal(), 0));
        row.put(SMOKING, SMOKERS.get(smoking));
        row.put(FAMILY, random.chance(FAMILY_MISSING) ? UNKNOWN : NO_YES.get(family ? 1 : 0));
        row.put(OUTCOME, NO_YES.get(random.chance(RecordModel.probability(logit(age, male, bmi, glucose, family, smoking)))
                ? 1 : 0));
        return row;
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return patient.get(OUTCOME);
    }

    /** The usual glucose of a person in mmol/L. */
    static double meanGlucose(double age, double bmi) {
        return 5.3 + 0.01 * (age - 55) + 0.04 * (bmi - MEAN_BMI);
    }

    private static double glucoseMissing(int age) {
        return age < 50 ? 0.5 : 0.15;
    }

    /**
     * The log odds of diabetes.
     *
     * @param smoking 0 never, 1 former, 2 current
     */
    static double logit(double age, boolean male, double bmi, double glucose, boolean family, int smoking) {
        double peak = (age - 62) / 12;
        return -3.4 - 0.8 * peak * peak + (male ? 0.4 : 0) + 1.8 * (glucose - 5.3)
                + 0.45 * Math.max(0, bmi - 28) + (family ? 1.6 - 0.05 * (age - 55) : 0) + (smoking == 2 ? 0.4 : 0);
    }
}
