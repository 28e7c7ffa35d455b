// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * A place that somebody wants a file written to. Only a regular file is ever replaced: a link stays a link and what it
 * leads to stays as it is, and folders, devices, pipes and sockets are never touched.
 *
 * @param path the file, absolute
 */
public record OutputFile(Path path) {
    /** Makes the path absolute. */
    public OutputFile {
        path = Objects.requireNonNull(path, "path").toAbsolutePath();
    }

    /**
     * Refuses what is there and is no regular file.
     *
     * @throws ReportedException if something else than a regular file is there
     * @throws IOException if it can't be found out what is there
     */
    public void requireReplaceable() throws IOException {
        if (path.getFileName() == null) {
            throw refused("This is the root of the disk, no file", "Name a file");
        }
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        }
        if (found.isSymbolicLink()) {
            throw refused("This is a link, and what it leads to is not written to",
                    "Name the file itself, or remove the link");
        }
        if (found.isDirectory()) {
            throw refused("This is a folder, no file", "Name a file in it");
        }
        if (!found.isRegularFile()) {
            throw refused("This is a device, a pipe or a socket, no file", "Name a file");
        }
    }

    /**
     * Refuses, before work is spent on it, what can't be written: what {@link #requireReplaceable} refuses, a folder
     * that is missing, and what this user may not write.
     *
     * @throws ReportedException if it can't be written
     */
    public void requireWritable() {
        if (path.getParent() != null) {
            requireFolder(path.getParent());
        }
        try {
            requireReplaceable();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "No file can be written here", path,
                    "Check the name and its length, and the permissions of the folder", e);
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "You may not write this file", path,
                    "Change its permissions, or name another");
        }
    }

    private void requireFolder(Path folder) {
        if (!Files.exists(folder)) {
            throw refused("The folder of this file does not exist", "Make the folder first, or name another");
        }
        if (!Files.isDirectory(folder)) {
            throw refused("The folder of this file is no folder", "Name a file in a folder");
        }
        if (!Files.isWritable(folder)) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "You may not write into the folder of this file", path,
                    "Change the permissions of the folder, or name another");
        }
    }

    /**
     * Refuses to replace what is read for it.
     *
     * @param inputs files that may be missing
     * @throws ReportedException if one of them is this file, by whatever name
     */
    public void requireNoneOf(Collection<Path> inputs) {
        for (Path input : inputs) {
            if (same(input)) {
                throw refused("This file would be read and replaced at the same time", "Name another file to write");
            }
        }
    }

    private boolean same(Path input) {
        try {
            return Files.isSameFile(path, input);
        } catch (IOException e) {
            // one of them does not exist
            return false;
        }
    }

    private ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, path, remedy);
    }
}
