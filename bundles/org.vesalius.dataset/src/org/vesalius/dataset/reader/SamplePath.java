// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The file that a sample names: below the root, also after all links are followed.
 *
 * @param root the root folder of the data set
 * @param value what the sample says
 */
public record SamplePath(Path root, String value) {

    /**
     * The file itself.
     *
     * @throws UnreadableImageException if there is none, it is no file, or it lies outside the root
     */
    public Path resolve() throws IOException {
        Path real = real();
        if (!Files.isRegularFile(real)) {
            throw new UnreadableImageException("is no file");
        }
        return real;
    }

    /**
     * The file itself; like {@link #resolve}, but nothing that is thrown holds its name.
     *
     * @throws UnreadableImageException if there is none, it is no file, or it lies outside the root
     */
    public Path file() throws IOException {
        try {
            return resolve();
        } catch (FileSystemException e) {
            throw withoutName(e);
        }
    }

    /**
     * Looks whether there is a file that isn't empty.
     *
     * @throws UnreadableImageException if there is none
     */
    void requireContent() throws IOException {
        try {
            if (Files.size(resolve()) == 0) {
                throw new UnreadableImageException("is empty");
            }
        } catch (FileSystemException e) {
            throw withoutName(e);
        }
    }

    /**
     * The file, or the folder whose files belong together.
     *
     * @throws UnreadableImageException if there is none, it is neither, or it lies outside the root
     */
    public Path resolveAny() throws IOException {
        Path real = real();
        if (!Files.isRegularFile(real) && !Files.isDirectory(real)) {
            throw new UnreadableImageException("is no file");
        }
        return real;
    }

    private Path real() throws IOException {
        Path file = inRoot();
        if (isPlain(file)) {
            return file;
        }
        if (!Files.exists(file)) {
            throw new UnreadableImageException("is missing");
        }
        Path real = file.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new UnreadableImageException("is a link that leads out of the data set's root folder");
        }
        return real;
    }

    /** Whether it is a file and no step from the root to it is a link, so that there is none to follow. */
    private boolean isPlain(Path file) {
        Path start = root.normalize();
        if (file.equals(start)) {
            return false;
        }
        try {
            for (Path folder = file.getParent(); !folder.equals(start); folder = folder.getParent()) {
                BasicFileAttributes step = attributes(folder);
                if (!step.isDirectory() || step.isOther()) {
                    return false;
                }
            }
            BasicFileAttributes last = attributes(file);
            return last.isRegularFile() && !last.isOther();
        } catch (IOException e) {
            // what is wrong is told by whoever follows links
            return false;
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private Path inRoot() throws UnreadableImageException {
        try {
            Path relative = Path.of(value);
            Path file = root.resolve(relative).normalize();
            if (!relative.isAbsolute() && file.startsWith(root.normalize()) && !value.isBlank()) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new UnreadableImageException("has a name that is no path", e);
        }
        throw new UnreadableImageException("leads out of the data set's root folder");
    }

    /** The message of a {@link FileSystemException} is the file's name, which may tell the patient and reach a log. */
    public static IOException withoutName(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return new UnreadableImageException("can't be opened: its permissions forbid it");
        }
        return e instanceof NoSuchFileException ? new UnreadableImageException("is missing")
                : new IOException("a file can't be read: " + e.getReason());
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "SamplePath";
    }
}
