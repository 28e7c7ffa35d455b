// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;

/** What a bundle carries for a worker: itself, or where it is installed as a folder, jars off its own class path. */
public final class BundleJars {

    private final Bundle bundle;

    /** The files of an installed bundle. */
    public BundleJars(Bundle bundle) {
        this.bundle = Objects.requireNonNull(bundle, "bundle");
    }

    /**
     * The jars directly in a folder of the bundle, absolute and sorted by name, so that the class path is the same
     * each time.
     *
     * @param folder relative to the bundle, e.g. {@code lib}
     * @throws IllegalArgumentException with a sentence when there is no such folder or it holds no jar
     */
    public List<Path> in(String folder) {
        Path root = root();
        Path jars = root.resolve(folder).normalize();
        if (!jars.startsWith(root) || !Files.isDirectory(jars)) {
            throw new IllegalArgumentException("the bundle " + bundle.getSymbolicName() + " has no folder '" + folder
                    + "'; it must be installed as a folder (Eclipse-BundleShape: dir)");
        }
        List<Path> found = list(jars);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "the folder '" + folder + "' of " + bundle.getSymbolicName() + " holds no jar");
        }
        return found;
    }

    /**
     * The bundle itself, a jar or a folder of classes.
     *
     * @throws IllegalArgumentException with a sentence when its files were not found
     */
    public Path itself() {
        return root();
    }

    private Path root() {
        File location = FileLocator.getBundleFileLocation(bundle).orElseThrow(() -> new IllegalArgumentException(
                "the files of the bundle " + bundle.getSymbolicName() + " were not found"));
        return location.toPath().toAbsolutePath().normalize();
    }

    private List<Path> list(Path jars) {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + jars + " can't be read: " + e.getMessage(), e);
        }
    }
}
