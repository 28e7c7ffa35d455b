// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.head;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.record.RecordModel;

/** Volumes of heads with a tumour each, its place in mm from the middle of the volume, and its type. */
public final class TumourModel implements RecordModel {
    static final String VOLUME = "volume";
    static final List<String> PLACE = List.of("right", "front", "top");
    static final String TYPE = "type";

    private static final long SEED = 2026;
    private static final int PATIENTS = 1_000_000;
    private static final Column MRI = new Column(VOLUME, ColumnType.ARRAY, ColumnRole.INPUT, HeadPhantom.ID,
            Map.of(ChestPhantom.SEED, String.valueOf(SEED), Steps.OPTION, "zscore"), List.of());

    @Override
    public String name() {
        return "Head tumour phantom";
    }

    @Override
    public List<Column> columns() {
        return List.of(MRI, Column.number(PLACE.get(0), ColumnRole.LABEL, "mm"),
                Column.number(PLACE.get(1), ColumnRole.LABEL, "mm"), Column.number(PLACE.get(2), ColumnRole.LABEL, "mm"),
                Column.label(TYPE, TumourType.texts()));
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        Head head = new Head(SEED, random.nextInt(PATIENTS), TumourType.values()[random.nextInt(TumourType.values().length)]);
        Place middle = head.tumour().middle();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(VOLUME, "head:patient=" + head.patient() + ",tumour=" + head.type().text());
        row.put(PLACE.get(0), RecordModel.text(middle.x(), 1));
        row.put(PLACE.get(1), RecordModel.text(middle.y(), 1));
        row.put(PLACE.get(2), RecordModel.text(middle.z(), 1));
        row.put(TYPE, head.type().text());
        return row;
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return patient.get(TYPE);
    }
}
