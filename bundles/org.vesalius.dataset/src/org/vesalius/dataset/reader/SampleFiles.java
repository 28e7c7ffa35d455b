// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The files below a root that samples name, looked at without opening them. Each file, and each folder on the way, is looked at once,
 * however many ask, so that all see the same. May be used by many threads at once.
 */
public final class SampleFiles {
    private static final long MOST_BYTES = 64 << 20;

    private final Path root;
    private final Map<String, Optional<Path>> folders = new ConcurrentHashMap<>();
    private final Map<String, Optional<FileStamp>> stamps = new ConcurrentHashMap<>();

    /** @param root the folder that samples' paths start from */
    public SampleFiles(Path root) {
        this.root = root.normalize();
    }

    /**
     * The stamps of the files that a value is read from, if all are ordinary: no links, and none on the way to them, neither empty nor
     * larger than 64 MiB. Whoever wants to know more asks the reader, which takes far longer.
     *
     * @return as many as the value has paths; none if one of the files is not ordinary, or if the reader doesn't tell them
     * @throws UnreadableImageException if the value names nothing that could be there
     */
    public List<FileStamp> ordinary(ColumnReader reader, String value) throws UnreadableImageException {
        List<String> paths = reader.paths(value);
        if (paths.size() == 1) {
            return stamp(paths.get(0)).map(List::of).orElse(List.of());
        }
        List<FileStamp> found = new ArrayList<>();
        paths.forEach(path -> stamp(path).ifPresent(found::add));
        return found.size() == paths.size() ? found : List.of();
    }

    private Optional<FileStamp> stamp(String path) {
        return stamps.computeIfAbsent(path, this::look);
    }

    private Optional<FileStamp> look(String path) {
        int end = path.lastIndexOf('/');
        String name = path.substring(end + 1);
        if (end == 0 || unusual(name)) {
            return Optional.empty();
        }
        try {
            Optional<Path> folder = end < 0 ? Optional.of(root) : folders.computeIfAbsent(path.substring(0, end), this::folder);
            return folder.isEmpty() ? Optional.empty() : FileStamp.ofPlain(folder.get().resolve(name))
                    .filter(stamp -> stamp.size() > 0 && stamp.size() <= MOST_BYTES);
        } catch (IOException | InvalidPathException e) {
            // what is wrong is told by the reader
            return Optional.empty();
        }
    }

    private Optional<Path> folder(String path) {
        try {
            Path folder = root;
            for (String name : path.split("/", -1)) {
                folder = folder.resolve(name);
                if (unusual(name) || !plain(folder)) {
                    return Optional.empty();
                }
            }
            return Optional.of(folder);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean plain(Path folder) throws IOException {
        BasicFileAttributes found = Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isDirectory() && !found.isOther();
    }

    /** Such as may lead elsewhere, on any system. */
    private static boolean unusual(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
    }

    /** Without the root and the files below it, whose names may tell who patients are. */
    @Override
    public String toString() {
        return "SampleFiles";
    }
}
