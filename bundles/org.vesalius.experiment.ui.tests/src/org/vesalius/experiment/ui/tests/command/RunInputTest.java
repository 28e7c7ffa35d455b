// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.command.RunInput;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;

/** A file named like a table is a sample of a run that learned from such files, and a table otherwise. */
@WindowTest
class RunInputTest {
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="r.network" dataset="data">
              <bindings layer="record" column="%s"/>
              <bindings layer="finding" column="sick"/>
            </experiment:Experiment>
            """;
    private static final String COLUMNS = """
            {"format": 2, "name": "Courses", "root": ".", "columns": [
              {"name": "course", "type": "array", "role": "input", "reader": "sequence", "options": {"aggregation": "mean",
               "channels": "a", "gaps": "forward", "header": "1", "layout": "events", "separator": "comma", "start": "0.0",
               "step": "3600.0", "steps": "2", "time": "1", "timeUnit": "3600.0", "values": "2"}},
              {"name": "events", "type": "array", "role": "input", "reader": "sequence", "options": {"aggregation": "mean",
               "channels": "a", "gaps": "forward mask", "header": "1", "layout": "events", "parameter": "2", "separator": "comma",
               "start": "0.0", "step": "3600.0", "steps": "2", "time": "1", "timeUnit": "3600.0", "values": "3"}},
              {"name": "age", "type": "number", "role": "input"},
              {"name": "sick", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "part", "type": "text", "role": "part"}]}
            """;

    @TempDir
    private Path folder;
    private Path course;

    @BeforeEach
    void writeFiles() throws IOException {
        course = Files.writeString(folder.resolve("course.csv"), "hour,a\n0,1.5\n1,2.5\n");
    }

    @Test
    void aFileThatItsReaderReadsIsASample() throws IOException {
        assertTrue(input("course").isRead(course));
        assertFalse(input("course").isRead(folder.resolve("nowhere.csv")));
    }

    @Test
    void aTableIsNoSampleOfARunThatLearnedFromMeasurements() throws IOException {
        Path records = Files.writeString(folder.resolve("records.csv"), "age,weight,height\n40,70,170\n50,80,180\n");
        Path samples = Files.writeString(folder.resolve("samples.csv"), "sample,course,age\np1,p1.csv,40\np2,p2.csv,50\n");
        for (String column : List.of("course", "events")) {
            assertFalse(input(column).isRead(records), column);
            assertFalse(input(column).isRead(samples), column);
        }
        Path events = Files.writeString(folder.resolve("events.csv"), "hour,what,value\n0,a,1.5\n1,b,2.5\n");
        assertTrue(input("events").isRead(events));
    }

    @Test
    void aRunThatLearnedFromRecordsTakesTables() throws IOException {
        assertFalse(input("age").isRead(course));
    }

    @Test
    void whatIsWrongWithARunIsToldLater() {
        assertFalse(new RunInput(new RunFolder(folder.resolve("no-run")), installed()).isRead(course));
    }

    private static ColumnReaders installed() {
        return Ui.ask(() -> PlatformUI.getWorkbench().getService(Installation.class).readers());
    }

    private RunInput input(String column) throws IOException {
        RunFolder run = new RunFolder(folder.resolve("run-" + column));
        Files.createDirectories(run.dataset());
        Files.writeString(run.experiment(), EXPERIMENT.formatted(column));
        Files.writeString(run.dataset().resolve("dataset.json"), COLUMNS);
        Files.writeString(run.dataset().resolve("samples.csv"), "sample,course,events,age,sick,part\ns1,s1.csv,e1.csv,40,no,train\n");
        return new RunInput(run, installed());
    }
}
