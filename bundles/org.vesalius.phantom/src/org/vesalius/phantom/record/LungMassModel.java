// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.Finding;
import org.vesalius.phantom.PhantomCase;

/** Drawn chest X-rays with one to three masses each, and a picture of the pixels that show one. */
public final class LungMassModel implements RecordModel {
    static final String IMAGE = "image";
    static final String MASSES = "masses";

    private static final int PATIENTS = 1_000_000;
    private static final Map<String, String> DRAWN = Map.of(ChestPhantom.SEED, "2026", ChestPhantom.SIZE, "64");

    @Override
    public String name() {
        return "Lung masses phantom";
    }

    @Override
    public List<Column> columns() {
        Map<String, String> marked = new HashMap<>(DRAWN);
        marked.put(ChestPhantom.SHOW, ChestPhantom.MASK);
        return List.of(Column.image(IMAGE, ChestPhantom.ID, DRAWN),
                new Column(MASSES, ColumnType.IMAGE, ColumnRole.LABEL, ChestPhantom.ID, marked, List.of()));
    }

    @Override
    public Map<String, String> draw(SeededRandom random) {
        String view = new PhantomCase(random.nextInt(PATIENTS), 1, Finding.MASS).text();
        return Map.of(IMAGE, view, MASSES, view);
    }

    @Override
    public String stratum(Map<String, String> patient) {
        return "";
    }
}
