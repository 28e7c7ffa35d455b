// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file was not written since, without reading it.
 *
 * @param size its length in bytes
 * @param modified when its content was changed last, in nanoseconds since 1970
 * @param inner on systems that have them, its number and the time of its last change of any kind, which no program can set
 *        back; otherwise empty
 */
record FileStamp(long size, long modified, String inner) {

    /**
     * The stamp of a file as it is now.
     *
     * @throws IOException if it can't be looked at
     */
    static FileStamp of(Path file) throws IOException {
        Map<String, Object> basic = Files.readAttributes(file, "size,lastModifiedTime");
        String inner = "";
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Map<String, Object> unix = Files.readAttributes(file, "unix:ino,ctime");
            inner = unix.get("ino") + "@" + nanos((FileTime) unix.get("ctime"));
        }
        return new FileStamp((Long) basic.get("size"), nanos((FileTime) basic.get("lastModifiedTime")), inner);
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
