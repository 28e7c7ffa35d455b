// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.Finding;
import org.vesalius.phantom.PhantomCase;

/**
 * Who gets worse within a week, judged by a chest X-ray and twelve values of the record. The log odds are a sum of what the
 * image shows (a mass or none), and of how far some of the values are from the usual; the other values tell nothing. Neither
 * tells of the other, so that only both together tell all that can be told.
 */
public final class DeteriorationModel implements RecordModel {
    static final String IMAGE = "image";
    static final String OUTCOME = "outcome";
    static final List<String> OUTCOMES = List.of("stable", "worse");

    private static final int PATIENTS = 1_000_000;
    /** What a mass adds to the log odds, and its absence takes off. */
    private static final double MASS = 1.3;
    private static final List<Value> VALUES = List.of(new Value("age", "years", 62, 14, 0, 0.7),
            new Value("temperature", "°C", 37.4, 0.7, 1, 0.4), new Value("heart rate", "1/min", 88, 16, 0, 0.3),
            new Value("respiratory rate", "1/min", 19, 4, 0, 0.7), new Value("systolic pressure", "mmHg", 132, 20, 0, 0),
            new Value("oxygen saturation", "%", 93, 2, 1, -0.9), new Value("c-reactive protein", "mg/l", 90, 25, 0, 0.5),
            new Value("leukocytes", "10⁹/l", 9.5, 3, 1, 0), new Value("haemoglobin", "g/l", 132, 16, 0, 0),
            new Value("creatinine", "µmol/l", 88, 22, 0, 0), new Value("sodium", "mmol/l", 139, 3.5, 0, 0),
            new Value("body mass index", "kg/m²", 26, 4.5, 1, 0));

    @Override
    public String name() {
        return "Deterioration phantom";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.image(IMAGE, ChestPhantom.ID, Map.of(ChestPhantom.SEED, "2026", ChestPhantom.SIZE, "64")));
        VALUES.forEach(value -> columns.add(Column.number(value.name(), ColumnRole.INPUT, value.unit())));
        columns.add(Column.label(OUTCOME, OUTCOMES));
        return columns;
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        Finding finding = random.chance(0.5) ? Finding.MASS : Finding.CLEAR;
        Map<String, String> row = new LinkedHashMap<>();
        row.put(IMAGE, new PhantomCase(random.nextInt(PATIENTS), 1, finding).text());
        for (Value value : VALUES) {
            row.put(value.name(), RecordModel.text(value.usual() + value.deviation() * random.nearNormal(), value.decimals()));
        }
        boolean worse = random.chance(RecordModel.probability(ofImage(row) + ofRecord(row)));
        row.put(OUTCOME, OUTCOMES.get(worse ? 1 : 0));
        return row;
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return patient.get(OUTCOME);
    }

    /** What the image says: the log odds of getting worse, apart from the record. */
    static double ofImage(Map<String, String> row) {
        return PhantomCase.of(row.get(IMAGE)).orElseThrow().finding() == Finding.MASS ? MASS : -MASS;
    }

    /** What the record says: the log odds of getting worse, apart from the image. */
    static double ofRecord(Map<String, String> row) {
        return VALUES.stream().mapToDouble(value -> value.logOdds(Double.parseDouble(row.get(value.name())))).sum();
    }

    /**
     * A value of the record.
     *
     * @param usual its mean
     * @param deviation its standard deviation
     * @param weight what one standard deviation adds to the log odds
     */
    private record Value(String name, String unit, double usual, double deviation, int decimals, double weight) {
        double logOdds(double found) {
            return weight * (found - usual) / deviation;
        }
    }
}
