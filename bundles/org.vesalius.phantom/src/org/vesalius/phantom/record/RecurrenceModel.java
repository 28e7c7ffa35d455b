// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.random.SeededRandom;

/**
 * When a cancer comes back after the operation. The hazard is constant in time. It is least around the age of 60, rises with the
 * logarithm of the number of nodes and with the grade, and hormone therapy helps only where there are receptors. Patients are
 * followed for one to eight years; who was well until then is censored.
 */
public final class RecurrenceModel implements RecordModel {
    static final String AGE = "age";
    static final String NODES = "nodes";
    static final String GRADE = "grade";
    static final String RECEPTORS = "receptors";
    static final String THERAPY = "hormone therapy";
    static final String MONTHS = "months";
    static final String EVENT = "recurrence";

    private static final double BASE = 0.006;
    private static final List<String> NO_YES = List.of("no", "yes");
    private static final List<String> GRADES = List.of("1", "2", "3");

    @Override
    public String name() {
        return "Recurrence phantom";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.number(AGE, ColumnRole.INPUT, "years"), Column.number(NODES, ColumnRole.INPUT, ""),
                Column.category(GRADE, ColumnRole.INPUT, GRADES), Column.category(RECEPTORS, ColumnRole.INPUT, NO_YES),
                Column.category(THERAPY, ColumnRole.INPUT, NO_YES), Column.number(MONTHS, ColumnRole.TIME, "months"),
                Column.category(EVENT, ColumnRole.EVENT, NO_YES));
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        int age = 30 + random.nextInt(55);
        int nodes = (int) (-4 * StrictMath.log(1 - random.nextDouble()));
        int grade = random.nextInt(GRADES.size());
        boolean receptors = random.chance(0.6);
        boolean therapy = random.chance(0.5);
        double hazard = BASE * StrictMath.exp(logHazard(age, nodes, grade, receptors, therapy));
        double event = -StrictMath.log(1 - random.nextDouble()) / hazard;
        double followed = random.between(12, 96);
        Map<String, String> row = new LinkedHashMap<>();
        row.put(AGE, String.valueOf(age));
        row.put(NODES, String.valueOf(nodes));
        row.put(GRADE, GRADES.get(grade));
        row.put(RECEPTORS, NO_YES.get(receptors ? 1 : 0));
        row.put(THERAPY, NO_YES.get(therapy ? 1 : 0));
        row.put(MONTHS, RecordModel.text(Math.max(0.1, Math.min(event, followed)), 1));
        row.put(EVENT, NO_YES.get(event <= followed ? 1 : 0));
        return row;
    }

    /**
     * The logarithm of the hazard against that of a woman of 60 years without nodes, receptors and therapy, grade 1.
     *
     * @param grade from 0
     */
    static double logHazard(double age, double nodes, int grade, boolean receptors, boolean therapy) {
        double off = (age - 60) / 15;
        return 0.7 * off * off + 0.6 * StrictMath.log(1 + nodes) + 0.4 * grade + (receptors && therapy ? -1.6 : 0);
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return patient.get(EVENT);
    }
}
