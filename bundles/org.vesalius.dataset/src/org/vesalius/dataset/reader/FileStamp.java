// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file was not written since, without reading it.
 *
 * @param size its length in bytes
 * @param modified when its content was changed last, in nanoseconds since 1970; programs can set it to any time
 * @param number its number on systems that have them; otherwise 0
 * @param changed when anything of it was changed last, in nanoseconds since 1970, which no program can set back; on
 *        systems that don't tell, when it was created
 */
public record FileStamp(long size, long modified, long number, long changed) {

    /**
     * The stamp of a file as it is now.
     *
     * @throws IOException if it can't be looked at
     */
    public static FileStamp of(Path file) throws IOException {
        boolean unix = unix(file);
        return of(Files.readAttributes(file, names(unix)), unix);
    }

    /**
     * The stamp of what is at this place, if it is a file; empty if it is a link, even one to a file, or anything else.
     *
     * @throws IOException if it can't be looked at
     */
    static Optional<FileStamp> ofPlain(Path file) throws IOException {
        boolean unix = unix(file);
        Map<String, Object> found =
                Files.readAttributes(file, names(unix) + ",isRegularFile,isOther", LinkOption.NOFOLLOW_LINKS);
        boolean plain = Boolean.TRUE.equals(found.get("isRegularFile")) && !Boolean.TRUE.equals(found.get("isOther"));
        return plain ? Optional.of(of(found, unix)) : Optional.empty();
    }

    private static boolean unix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static String names(boolean unix) {
        return unix ? "unix:size,lastModifiedTime,ino,ctime" : "size,lastModifiedTime,creationTime";
    }

    private static FileStamp of(Map<String, Object> found, boolean unix) {
        return new FileStamp((Long) found.get("size"), nanos(found.get("lastModifiedTime")),
                unix ? (Long) found.get("ino") : 0, nanos(found.get(unix ? "ctime" : "creationTime")));
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /** Whether the file may have been written after another, whatever time it was given. */
    public boolean isLaterThan(FileStamp other) {
        return modified > other.modified || changed > other.changed;
    }
}
