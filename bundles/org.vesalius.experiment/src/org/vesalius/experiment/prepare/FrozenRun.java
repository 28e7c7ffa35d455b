// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.journal.Waivers.Waiver;
import org.vesalius.dataset.split.Folds;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.encoding.FittedFile;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.io.StartWeights;
import org.vesalius.experiment.run.FrozenHashes;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.Provenance.Fold;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.network.io.FrozenNetwork;
import org.vesalius.network.layer.LayerCatalog;

/** The first files of a run: copies of all it depends on, with their hashes, so that later edits don't touch it. */
final class FrozenRun {
    private final RunFolder folder;
    private final LoadedExperiment loaded;
    private final LayerCatalog layers;

    /**
     * @param folder where the files go
     * @param loaded what is frozen; its settings are final
     * @param layers the layer types there are
     */
    FrozenRun(RunFolder folder, LoadedExperiment loaded, LayerCatalog layers) {
        this.folder = folder;
        this.loaded = loaded;
        this.layers = layers;
    }

    /**
     * Writes the files; the run record last.
     *
     * @param waivers what the run is begun in spite of
     */
    void write(Instant now, List<Waiver> waivers) throws IOException {
        writeNetwork();
        new DatasetFiles().freeze(loaded.dataset().movedTo(folder.dataset()), loaded.dataset().folder(),
                ProjectFolder.of(loaded.file().toAbsolutePath().resolveSibling("")));
        copyBoxes();
        copyStartWeights();
        writeExperiment();
        FittedFile.encodings(folder.encodings()).write(FittedEncodings.fit(loaded.bindings(), loaded.dataset()).layers());
        new RunControl(folder).send(RunCommand.RUN);
        try (EventLogWriter events = new EventLogWriter(folder.events())) {
            events.append(new StateChanged(now, RunState.QUEUED, ""));
        }
        TrainingSettings training = loaded.experiment().getTraining();
        String name = loaded.experiment().getName() == null ? "" : loaded.experiment().getName();
        new RunRecordFile(folder).write(
                RunRecord.prepared(name, provenance(FrozenHashes.of(folder)), training.getEpochs(), now)
                        .withWaivers(waivers));
    }

    private void writeNetwork() throws IOException {
        FrozenNetwork frozen = FrozenNetwork.of(loaded.source().content(), loaded.source().blocks(), layers);
        byte[] network = frozen.content();
        new AtomicFile(folder.network()).write(out -> out.write(network));
        Path blocks = folder.network().resolveSibling(FrozenNetwork.BLOCKS);
        for (Map.Entry<String, byte[]> block : frozen.blocks().entrySet()) {
            Files.createDirectories(blocks);
            new AtomicFile(blocks.resolve(block.getKey())).write(out -> out.write(block.getValue()));
        }
    }

    /** What an output was drawn by is kept with it. */
    private void copyBoxes() throws IOException {
        Path boxes = loaded.dataset().folder().resolve(DatasetFiles.BOXES);
        if (Files.isRegularFile(boxes)) {
            new AtomicFile(folder.dataset().resolve(DatasetFiles.BOXES)).write(out -> Files.copy(boxes, out));
        }
    }

    /** They may be large, so they are copied and not kept in memory; the copy is then checked again. */
    private void copyStartWeights() throws IOException {
        Optional<Path> weights = loaded.startWeightsFile();
        if (weights.isPresent()) {
            new AtomicFile(folder.startWeights()).write(out -> Files.copy(weights.get(), out));
            StartWeights.of(loaded, folder.startWeights());
        }
    }

    private void writeExperiment() {
        Experiment frozen = EcoreUtil.copy(loaded.experiment());
        frozen.setNetwork(RunFolder.NETWORK);
        frozen.setDataset(RunFolder.DATASET);
        if (loaded.startWeightsFile().isPresent()) {
            frozen.getTraining().setStartWeights(RunFolder.START_WEIGHTS);
        }
        new ExperimentFiles().save(frozen, folder.experiment());
    }

    private Provenance provenance(FrozenHashes files) {
        TrainingSettings training = loaded.experiment().getTraining();
        Map<String, String> versions = Map.of("vesalius", ProductVersion.CURRENT, "commit",
                ProductVersion.commit(), "java",
                System.getProperty("java.runtime.version"), "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version"), "architecture",
                System.getProperty("os.arch"));
        return new Provenance(training.getEngine(), training.getDevice(), training.getSeed(), training.getThreads(),
                files.network(), files.experiment(), files.manifest(), files.startWeights(), files.encodings(), files.arrayScales(),
                splitSha256(loaded.dataset()), Map.of(), versions, fold());
    }

    private Fold fold() {
        CrossValidation cross = loaded.experiment().getFolds();
        if (cross == null) {
            return Fold.NONE;
        }
        Folds folds = Folds.of(loaded.dataset(), Objects.requireNonNullElse(cross.getColumn(), ""));
        return new Fold(folds.column().name(), cross.getTest(), folds.names().size());
    }

    /** Over one line "id, tab, part" a sample, sorted by id. */
    private static String splitSha256(Dataset dataset) {
        StringBuilder lines = new StringBuilder();
        dataset.samples().stream().sorted(Comparator.comparing(Sample::id)).forEach(sample -> lines.append(sample.id())
                .append('\t').append(dataset.subset(sample).map(Subset::text).orElse("")).append('\n'));
        return ContentHash.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
