// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.core.io.PatientMove;
import org.vesalius.experiment.run.FolderTree;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.TrainingState;

/**
 * A folder of models, one subfolder {@code epoch-0003} each. A model is written under a temporary name, forced to disk,
 * read back and compared, and only then renamed, so one that is there was complete and right; files in it are never
 * changed, only removed, and their checksums tell when a disk changed one.
 */
public final class ModelStore {
    /** Name of the folder with the library's files in each model. */
    static final String MODEL = "model";

    private static final String TEMPORARY = ".saving";
    private static final String PREFIX = "epoch-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{4,9}");

    private final Path folder;

    /** @param folder holds the models; created when the first one is saved */
    public ModelStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Saves a network with its training state; replaces a model of the same epoch.
     *
     * @throws IOException if it can't be written or reads back as something else: no model is lost then, and nothing
     *         half-written stays behind
     */
    public StoredModel save(TrainableNetwork network, TrainingState state) throws IOException {
        return store(state, temporary -> {
            network.save(Files.createDirectory(temporary.resolve(MODEL)));
            new TrainingStateFile(temporary).write(state);
            new Checksums(temporary).write();
            ForcedTree.force(temporary);
            readBack(network, state, temporary);
        });
    }

    private static void readBack(TrainableNetwork network, TrainingState state, Path temporary) throws IOException {
        boolean same = network.isSavedIn(temporary.resolve(MODEL))
                && new TrainingStateFile(temporary).read().filter(state::equals).isPresent();
        if (!same) {
            throw new IOException("what was written reads back as something else: the disk or the memory is at fault");
        }
    }

    /**
     * Takes over a model from another store, without copying where the file system can do that.
     *
     * @throws IOException as for {@link #save}
     */
    public StoredModel add(StoredModel model) throws IOException {
        return store(model.state(), temporary -> {
            ForcedTree.link(model.folder(), temporary);
            Optional<String> fault = new Checksums(temporary).fault();
            if (fault.isPresent()) {
                throw new IOException(fault.get());
            }
        });
    }

    /**
     * The complete models, the newest first.
     *
     * @throws IOException if the folder is there and can't be read
     */
    public List<StoredModel> newestFirst() throws IOException {
        return newestFolders().stream().flatMap(folder -> read(folder).stream()).toList();
    }

    /** The folders that models were saved in, the newest first, whatever is in them by now. */
    List<Path> newestFolders() throws IOException {
        return children().stream().filter(child -> NAME.matcher(child.getFileName().toString()).matches())
                .sorted(Comparator.comparingInt(ModelStore::epoch).reversed()).toList();
    }

    /** The model in a folder; empty without a state that can be read. */
    Optional<StoredModel> read(Path model) {
        return new TrainingStateFile(model).read().map(state -> new StoredModel(model, state));
    }

    private static int epoch(Path model) {
        return Integer.parseInt(model.getFileName().toString().substring(PREFIX.length()));
    }

    /**
     * Removes all but the newest models.
     *
     * @param count number of models to keep
     * @throws IOException if something can't be removed
     */
    public void keepNewest(int count) throws IOException {
        for (StoredModel model : newestFirst().stream().skip(count).toList()) {
            FolderTree.deleteIfExists(model.folder());
        }
    }

    /**
     * Removes what doesn't belong to a run that goes on after this epoch: later models, damaged ones, and what a crash
     * left half-written.
     *
     * @throws IOException if something can't be removed
     */
    public void rewindTo(int epoch) throws IOException {
        List<Path> kept = newestFirst().stream().filter(model -> model.state().epoch() <= epoch)
                .map(StoredModel::folder).toList();
        for (Path child : children()) {
            if (!kept.contains(child)) {
                FolderTree.deleteIfExists(child);
            }
        }
    }

    private List<Path> children() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    private StoredModel store(TrainingState state, Writer writer) throws IOException {
        Path temporary = folder.resolve(TEMPORARY);
        FolderTree.deleteIfExists(temporary);
        try {
            Files.createDirectories(temporary);
            writer.write(temporary);
            Path target = folder.resolve(PREFIX + String.format(Locale.ROOT, "%04d", state.epoch()));
            FolderTree.deleteIfExists(target);
            PatientMove.ofFolders().move(temporary, target);
            return new StoredModel(target, state);
        } finally {
            FolderTree.deleteIfExists(temporary);
        }
    }

    @FunctionalInterface
    private interface Writer {
        void write(Path folder) throws IOException;
    }
}
