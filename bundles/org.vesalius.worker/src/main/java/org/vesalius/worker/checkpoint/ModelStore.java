// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.experiment.run.FolderTree;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.TrainingState;

/**
 * A folder of models, one subfolder {@code epoch-0003} each. A model is written under a temporary name, forced to disk
 * and renamed, so one that is there is complete; files in it are never changed, only removed.
 */
public final class ModelStore {
    /** Name of the folder with the library's files in each model. */
    static final String MODEL = "model";

    private static final String TEMPORARY = ".saving";
    private static final Pattern NAME = Pattern.compile("epoch-\\d{4,9}");

    private final Path folder;

    /** @param folder holds the models; created when the first one is saved */
    public ModelStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Saves a network with its training state; replaces a model of the same epoch.
     *
     * @throws IOException if it can't be written: no model is lost then, and nothing half-written stays behind
     */
    public StoredModel save(TrainableNetwork network, TrainingState state) throws IOException {
        return store(state, temporary -> {
            network.save(Files.createDirectory(temporary.resolve(MODEL)));
            new TrainingStateFile(temporary).write(state);
            ForcedTree.force(temporary);
        });
    }

    /**
     * Takes over a model from another store, without copying where the file system can do that.
     *
     * @throws IOException as for {@link #save}
     */
    public StoredModel add(StoredModel model) throws IOException {
        return store(model.state(), temporary -> ForcedTree.link(model.folder(), temporary));
    }

    /**
     * The complete models, the newest first.
     *
     * @throws IOException if the folder is there and can't be read
     */
    public List<StoredModel> newestFirst() throws IOException {
        List<StoredModel> models = new ArrayList<>();
        for (Path model : children()) {
            if (NAME.matcher(model.getFileName().toString()).matches()) {
                new TrainingStateFile(model).read().ifPresent(state -> models.add(new StoredModel(model, state)));
            }
        }
        models.sort(Comparator.comparingInt((StoredModel model) -> model.state().epoch()).reversed());
        return models;
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
            Path target = folder.resolve(String.format(Locale.ROOT, "epoch-%04d", state.epoch()));
            FolderTree.deleteIfExists(target);
            return new StoredModel(Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE), state);
        } finally {
            FolderTree.deleteIfExists(temporary);
        }
    }

    @FunctionalInterface
    private interface Writer {
        void write(Path folder) throws IOException;
    }
}
