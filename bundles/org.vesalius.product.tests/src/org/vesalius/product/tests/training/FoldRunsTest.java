// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
import org.vesalius.ui.tests.harness.Limit;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Run starts one run for each fold, on the real engine. */
@Tag("nightly")
@Limit(20)
@WindowTest
class FoldRunsTest {
    private static final Duration TRAINING = Duration.ofMinutes(8);
    private static final String NETWORK = """
            <?xml version="1.0" encoding="UTF-8"?>
            <network:Network xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:network="http://vesalius.org/network/1.0" name="r">
              <layers xsi:type="network:Input" id="record" name="record" shape="features:1"/>
              <layers xsi:type="network:Dense" id="unit" name="unit" units="1" activation="sigmoid"/>
              <layers xsi:type="network:Output" id="finding" name="finding"/>
              <connections source="record" target="unit"/>
              <connections source="unit" target="finding"/>
            </network:Network>
            """;
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="r.network" dataset="data">
              <bindings layer="record" column="age"/>
              <bindings layer="finding" column="sick"/>
              <folds column="site" validation="0.3"/>
              <training epochs="1" threads="1">
                <optimizer xsi:type="experiment:Adam"/>
              </training>
            </experiment:Experiment>
            """;
    private static final String DATASET = """
            {"format": 1, "name": "Records", "root": ".", "columns": [
              {"name": "age", "type": "number", "role": "input"},
              {"name": "sick", "type": "category", "role": "label", "categories": ["no", "yes"]},
              {"name": "site", "type": "text", "role": "site"}]}
            """;

    private final Robot robot = new Robot();
    private IProject project;

    @AfterEach
    void close() {
        Workbench.closeEditors();
        Workbench.delete(project);
    }

    @Test
    void eachFoldGetsARun() throws Exception {
        project = Workbench.emptyProject("folds");
        write("r.network", NETWORK);
        project.getFolder("data").create(true, true, null);
        write("data/dataset.json", DATASET);
        StringBuilder samples = new StringBuilder("sample,age,sick,site\n");
        for (int i = 0; i < 16; i++) {
            samples.append("s").append(i).append(',').append(i % 7 * 0.1).append(i % 2 == 0 ? ",yes," : ",no,")
                    .append(i < 8 ? "north" : "south").append('\n');
        }
        write("data/samples.csv", samples.toString());
        Workbench.show("org.vesalius.product.train");
        ExperimentEditor editor = Workbench.open(write("trial.experiment", EXPERIMENT), ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());

        robot.key("ctrl+F11");

        Ui.await("the end of both runs", TRAINING, () -> records().stream().filter(run -> !run.state().live()).count() == 2);
        assertEquals(List.of("north FINISHED", "south FINISHED"), records().stream()
                .map(run -> run.provenance().fold().test() + " " + run.state()).sorted().toList());
        Screenshots.save("fold-runs");
    }

    private List<RunRecord> records() throws Exception {
        Path runs = project.getLocation().append(RunFolder.RUNS).toPath();
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(RunFolder::new).filter(RunFolder::exists).map(folder -> new RunRecordFile(folder).read())
                    .filter(record -> record.state() != RunState.QUEUED).toList();
        }
    }

    private IFile write(String name, String text) {
        return Workbench.write(project, name, text.getBytes(StandardCharsets.UTF_8));
    }
}
