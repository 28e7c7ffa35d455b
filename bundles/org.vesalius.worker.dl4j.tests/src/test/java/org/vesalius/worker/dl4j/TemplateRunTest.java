// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.UsualSettings;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.io.ExperimentDraft;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.network.Input;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.worker.WorkerMain;
import org.vesalius.worker.control.UserFolders;
import org.vesalius.worker.library.Libraries;
import org.vesalius.worker.run.WorkerContext;

/**
 * Every template, with data of its kind and the experiment that a newcomer gets without changing anything, trains to the
 * end, is measured and leaves predictions. Large ones take smaller samples.
 */
@Tag("nightly")
class TemplateRunTest {
    private static final int BATCH = 8;
    /** Inputs of templates that would take minutes as they come. */
    private static final Map<String, Shape> SMALLER = Map.ofEntries(Map.entry("reference-cnn", Shape.image(32, 32, 3)),
            Map.entry("vgg-16", Shape.image(32, 32, 3)), Map.entry("resnet-18", Shape.image(32, 32, 3)),
            Map.entry("resnet-34", Shape.image(32, 32, 3)), Map.entry("resnet-50", Shape.image(32, 32, 3)),
            Map.entry("densenet-121", Shape.image(32, 32, 3)), Map.entry("mobilenet", Shape.image(32, 32, 3)),
            Map.entry("efficientnet-b0", Shape.image(32, 32, 3)), Map.entry("u-net-2d", Shape.image(32, 32, 1)),
            Map.entry("u-net-3d", Shape.valueOf("depth:16 height:16 width:16 channels:1")),
            Map.entry("ecg-resnet-1d", Shape.sequence(512, 12)));

    private final NetworkTemplates templates = new NetworkTemplates();
    private final ExperimentContext context = ExperimentContext.standard();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyTemplate() {
        return templates.ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> train(id)));
    }

    private void train(String id) throws IOException {
        Path project = Files.createDirectories(folder.resolve(id));
        Path file = project.resolve(id + "." + ExperimentFiles.EXTENSION);
        write(id, project, file);
        List<Problem> problems = new ExperimentChecks(context).check(new ExperimentFiles().load(file), file, Progress.none()).problems();
        assertThat(problems).filteredOn(Problem::isError).extracting(Problem::message).isEmpty();
        RunFolder run = new RunPreparation(context, Clock.systemUTC()).prepare(file, RunOptions.none().withEpochs(1),
                Progress.none());
        assertThat(worker(project).run("train", run.path().toString())).isZero();
        assertFinished(run);
    }

    private void write(String id, Path project, Path file) throws IOException {
        Network network = templates.create(id);
        if (SMALLER.containsKey(id)) {
            network.getLayers().stream().filter(Input.class::isInstance).map(Input.class::cast)
                    .forEach(input -> input.setShape(SMALLER.get(id)));
        }
        new NetworkFiles(StandardLayers.catalog()).save(network, project.resolve("it.network"));
        TemplateData.write(project, network, new NetworkAnalyser(StandardLayers.catalog()).analyse(network));
        ExperimentDraft draft = new ExperimentDraft(file, context);
        Experiment experiment = draft.create("it.network", "data", UsualSettings.create());
        experiment.getTraining().setBatchSize(BATCH);
        draft.bind(experiment);
        new ExperimentFiles().save(experiment, file);
    }

    private WorkerMain worker(Path project) {
        UserFolders folders = new UserFolders(project.resolve("cache"), project.resolve("locks"));
        return new WorkerMain(new WorkerContext(context, Libraries.installed(), folders, Clock.systemUTC()),
                new ByteArrayInputStream(new byte[0]), new PrintStream(PrintStream.nullOutputStream()), whatEndsIt -> {});
    }

    private static void assertFinished(RunFolder run) throws IOException {
        assertThat(new RunRecordFile(run).read().state()).isEqualTo(RunState.FINISHED);
        List<RunEvent.EpochFinished> epochs = new EventLogReader(run.events()).poll().stream()
                .filter(RunEvent.EpochFinished.class::isInstance).map(RunEvent.EpochFinished.class::cast).toList();
        assertThat(epochs).singleElement().satisfies(epoch -> {
            assertThat(epoch.training().values().values()).isNotEmpty().allSatisfy(value -> assertThat(value).isFinite());
        });
        assertThat(Files.readString(run.evaluation())).contains("\"validation\"").doesNotContain("\"test\"");
        assertThat(Files.readAllLines(run.predictions())).hasSizeGreaterThan(TemplateData.VALIDATION - TemplateData.TRAIN);
    }
}
