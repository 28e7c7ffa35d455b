// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.vesalius.core.io.ContentHash;
import org.vesalius.engine.Engines;
import org.vesalius.engine.classpath.ClassPathEngine;
import org.vesalius.engine.run.ExperimentRuns;
import org.vesalius.engine.run.RunEnd;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.engine.run.RunService;
import org.vesalius.engine.run.WorkerLauncher;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/** Trains the small study with workers that are lost on the way, and compares with a training that was left alone. */
final class LostTrainings {

    /** A small one is full soon. */
    private static final int HEAP = 128;

    private final SmallStudy study;
    private final RunService service;
    private final RunFolder undisturbed;

    /** Trains undisturbed first. */
    LostTrainings(Path folder, String engine) throws IOException {
        study = new SmallStudy(folder, engine);
        service = new RunService(new Engines(List.of(new ClassPathEngine(engine, folder.resolve("caches"), HEAP))),
                new ExperimentRuns(ExperimentContext.standard(), Clock.systemUTC()),
                new WorkerLauncher(HungryWorker.class.getName()), List.of(), Clock.systemUTC());
        RunHandle run = service.start(study.file(), RunOptions.none());
        undisturbed = run.folder();
        assertEnded(run);
        assertThat(record(undisturbed).restarts()).isZero();
    }

    /**
     * Trains with a worker that is lost at a moment, and asserts that the run ends by itself as the undisturbed one.
     *
     * @return whether the worker was lost: otherwise the training was faster than the moment
     */
    boolean lostAt(Moment moment, Loss loss) throws IOException {
        RunHandle run = service.start(study.file(), RunOptions.none());
        moment.await(run.folder());
        loss.strike(run.folder());
        assertEnded(run);

        RunRecord record = record(run.folder());
        assertThat(record.progress()).as("%s at %s", loss, moment).isEqualTo(record(undisturbed).progress());
        assertThat(record.message()).isEqualTo(record(undisturbed).message());
        assertThat(models(run.folder())).as("%s at %s", loss, moment).isEqualTo(models(undisturbed));
        assertThat(run.folder().predictions()).hasSameTextualContentAs(undisturbed.predictions());
        assertThat(run.folder().evaluation()).hasSameTextualContentAs(undisturbed.evaluation());
        assertThat(record.restarts()).as("%s at %s", loss, moment).isLessThanOrEqualTo(1);
        if (record.restarts() == 1) {
            assertThat(run.folder().events()).content().contains(loss.told());
        }
        return record.restarts() == 1;
    }

    private static void assertEnded(RunHandle run) throws IOException {
        RunEnd end = run.awaitEnd();
        assertThat(end.state()).as("%s%n%s", end, Files.readString(run.folder().log())).isEqualTo(RunState.FINISHED);
    }

    private static RunRecord record(RunFolder run) {
        return new RunRecordFile(run).read();
    }

    /** The hash of every file of the checkpoints and the best models. */
    private static Map<String, String> models(RunFolder run) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path folder : List.of(run.checkpoints(), run.best())) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    hashes.put(run.path().relativize(file).toString(), ContentHash.sha256(Files.readAllBytes(file)));
                }
            }
        }
        assertThat(hashes).isNotEmpty();
        return hashes;
    }
}
