// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.example;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.phantom.ChestPhantomSet;
import org.vesalius.phantom.PhantomSet;
import org.vesalius.phantom.series.SeriesSet;
import org.vesalius.phantom.series.SleepPhantomSet;
import org.vesalius.phantom.head.TumourModel;
import org.vesalius.phantom.record.DeteriorationModel;
import org.vesalius.phantom.record.DiabetesModel;
import org.vesalius.phantom.record.DrugModel;
import org.vesalius.phantom.record.FluModel;
import org.vesalius.phantom.record.LungMassModel;
import org.vesalius.phantom.record.RecordSet;
import org.vesalius.phantom.record.RecurrenceModel;

/** The data sets of the examples, by the name of their folder: {@code examples/<name>/data} holds what is made here. */
public final class ExampleData {
    private static final long SEED = 2026;

    private ExampleData() {
        // holds main
    }

    /** All data sets of examples that are made up, sorted by name. */
    public static Map<String, PhantomSet> all() {
        Map<String, PhantomSet> all = new TreeMap<>();
        all.put("chest-phantom", ChestPhantomSet.example());
        all.put("sleep-stages", SleepPhantomSet.example());
        all.put("ecg", new SeriesSet(SeriesSet.Kind.ECG, SEED, 900));
        all.put("monitoring", new SeriesSet(SeriesSet.Kind.MONITOR, SEED, 900));
        all.put("patient-record", new RecordSet(new DiabetesModel(), SEED, 1600));
        all.put("drugs", new RecordSet(new DrugModel(), SEED, 900));
        all.put("symptoms", new RecordSet(new FluModel(), SEED, 1500));
        all.put("recurrence", new RecordSet(new RecurrenceModel(), SEED, 900));
        all.put("lung-masses", new RecordSet(new LungMassModel(), SEED, 300));
        all.put("head-tumours", new RecordSet(new TumourModel(), SEED, 500));
        all.put("image-and-record", new RecordSet(new DeteriorationModel(), SEED, 800));
        return all;
    }

    /**
     * Writes data sets anew.
     *
     * @param arguments the folder {@code examples}, then the names of the examples; none for all
     */
    public static void main(String[] arguments) {
        all().forEach((name, set) -> {
            if (arguments.length == 1 || List.of(arguments).contains(name)) {
                new DatasetFiles().save(set.in(Path.of(arguments[0], name, "data")));
            }
        });
    }
}
