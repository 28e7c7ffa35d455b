// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.weights.WeightTensor;

/**
 * An HDF5 file that is read with suspicion: whatever is wrong with it becomes a {@link ReportedException}, and it can't
 * make the reader hold more numbers than it has bytes for. Not for use by several threads.
 */
public final class Hdf5File implements AutoCloseable {
    private static final int MAX_PARTS = 10_000;

    private final Path path;
    private final HdfFile file;
    private final DatasetBudget budget;

    private Hdf5File(Path path, HdfFile file, long size) {
        this.path = path;
        this.file = file;
        this.budget = new DatasetBudget(size);
    }

    /**
     * Opens a file.
     *
     * @throws ReportedException if it can't be read or is no HDF5 file
     */
    public static Hdf5File open(Path path) {
        try {
            long size = Files.size(path);
            return guarded(path, () -> new Hdf5File(path, new HdfFile(path), size));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be read.", path,
                    "Check that it exists and that you may read it.", e);
        }
    }

    /** Whether there is a group at this path; the root is the empty path. */
    public boolean hasGroup(String group) {
        return guarded(path, () -> node(group).filter(Group.class::isInstance).isPresent());
    }

    /** The names of what a group holds, sorted; empty where there is no such group. */
    public List<String> children(String group) {
        return guarded(path, () -> node(group).filter(Group.class::isInstance).map(Group.class::cast)
                .map(found -> found.getChildren().keySet().stream().sorted().toList()).orElse(List.of()));
    }

    /** A text that is an attribute of a group. */
    public Optional<String> text(String group, String attribute) {
        return texts(group, attribute).stream().findFirst();
    }

    /**
     * The texts of an attribute of a group, in order; empty where there is none. Long lists that Keras splits over
     * several attributes, numbered from 0, are put together.
     */
    public List<String> texts(String group, String attribute) {
        return guarded(path, () -> {
            Optional<Node> node = node(group);
            Optional<List<String>> whole = node.flatMap(found -> texts(found, attribute));
            return whole.orElseGet(() -> node.map(found -> parts(found, attribute)).orElse(List.of()));
        });
    }

    /**
     * The numbers at a path.
     *
     * @throws ReportedException if there are none, or more than the file can hold
     */
    public WeightTensor tensor(String dataset) {
        return guarded(path, () -> {
            Dataset found = node(dataset).filter(Dataset.class::isInstance).map(Dataset.class::cast)
                    .orElseThrow(() -> new IllegalStateException("no array of numbers at " + dataset));
            return new WeightTensor(budget.take(found), Numbers.floats(found.getDataFlat()));
        });
    }

    @Override
    public void close() {
        file.close();
    }

    private Optional<Node> node(String where) {
        Node node = file;
        for (String step : where.split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            if (!(node instanceof Group group) || group.getChild(step) == null) {
                return Optional.empty();
            }
            node = group.getChild(step);
        }
        return Optional.of(node);
    }

    private static List<String> parts(Node node, String attribute) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < MAX_PARTS; i++) {
            Optional<List<String>> part = texts(node, attribute + i);
            if (part.isEmpty()) {
                break;
            }
            all.addAll(part.get());
        }
        return all;
    }

    private static Optional<List<String>> texts(Node node, String name) {
        Attribute attribute = node.getAttribute(name);
        if (attribute == null) {
            return Optional.empty();
        }
        if (attribute.isEmpty() || attribute.getSize() == 0) {
            return Optional.of(List.of());
        }
        Object data = attribute.getData();
        if (!data.getClass().isArray()) {
            return Optional.of(List.of(String.valueOf(data)));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Array.getLength(data); i++) {
            texts.add(String.valueOf(Array.get(data, i)));
        }
        return Optional.of(texts);
    }

    /** The library answers broken files with exceptions of every kind, from deep inside its reader. */
    private static <T> T guarded(Path path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ReportedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "This is no HDF5 file, or it is damaged or cut off.", path,
                    "Take it from where it came from once more; it may not have been copied whole.", e);
        }
    }

    /** Numbers of any type as 32-bit floats. */
    private static final class Numbers {
        private Numbers() {
        }

        /** @param data a number, or an array of one dimension */
        static float[] floats(Object data) {
            if (data instanceof float[] floats) {
                return floats;
            }
            if (data instanceof Number number) {
                return new float[] {number.floatValue()};
            }
            int length = Array.getLength(data);
            float[] floats = new float[length];
            for (int i = 0; i < length; i++) {
                floats[i] = ((Number) Array.get(data, i)).floatValue();
            }
            return floats;
        }
    }
}
