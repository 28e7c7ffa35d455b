// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.worker.control.MemoryShortage;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.TrainingState;

/** The newest checkpoint that is whole; those that are not give way to the one before, and that is told. */
final class NewestCheckpoint {
    private static final Logger LOG = LoggerFactory.getLogger(NewestCheckpoint.class);

    private final ModelStore checkpoints;
    private final BiConsumer<String, String> notices;
    private final List<String> damaged = new ArrayList<>();

    /**
     * @param checkpoints where to look
     * @param notices is given the code and the text of what the user has to know
     */
    NewestCheckpoint(ModelStore checkpoints, BiConsumer<String, String> notices) {
        this.checkpoints = checkpoints;
        this.notices = notices;
    }

    /**
     * Loads it into a network.
     *
     * @return its state; empty if there is no checkpoint at all
     * @throws ReportedException if there are checkpoints and none is whole
     * @throws IOException if the folder can't be read
     */
    Optional<TrainingState> load(TrainableNetwork network) throws IOException {
        List<Path> folders = checkpoints.newestFolders();
        for (Path folder : folders) {
            Optional<StoredModel> model = checkpoints.read(folder);
            Optional<String> fault = model.isPresent() ? fault(network, model.get()) : Optional.of("it has no state");
            if (fault.isEmpty()) {
                tell(folder);
                return model.map(StoredModel::state);
            }
            damaged.add(folder.getFileName() + ": " + fault.get());
        }
        if (!folders.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "All checkpoints of the run are damaged (" + String.join("; ", damaged) + ").",
                    folders.get(0).getParent(), "Start the experiment again for another run.");
        }
        return Optional.empty();
    }

    private void tell(Path used) {
        if (!damaged.isEmpty()) {
            notices.accept("checkpoint.damaged", "The newest checkpoint is damaged (" + String.join("; ", damaged)
                    + "), so the run goes on from the one before, " + used.getFileName() + ".");
        }
    }

    /** What is wrong with a checkpoint; empty if it is loaded. */
    private static Optional<String> fault(TrainableNetwork network, StoredModel model) throws IOException {
        try {
            Optional<String> fault = model.fault();
            if (fault.isPresent()) {
                return fault;
            }
            network.load(model.model());
            boolean same = network.parametersSha256().equals(model.state().parametersSha256());
            return same ? Optional.empty() : Optional.of("it holds other parameters than it says");
        } catch (IOException | RuntimeException e) {
            if (MemoryShortage.isBehind(e)) {
                // the checkpoint may be whole
                throw e;
            }
            LOG.warn("the checkpoint of epoch {} can't be loaded", model.state().epoch(), LoggedFailure.of(e));
            return Optional.of("it can't be loaded");
        }
    }
}
