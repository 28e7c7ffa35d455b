// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

/** Whether a file in a folder may be the one that an annotation or a table names with a folder. */
public final class FoldersOfNames {
    private FoldersOfNames() {
    }

    /**
     * Whether the folders don't contradict each other: the name has none, or one of the two ends with all of the other's.
     *
     * @param called what the file is called, with forward slashes
     * @param path of the file below the folder that was looked through, with forward slashes
     */
    public static boolean fit(String called, String path) {
        String told = folders(called.startsWith("./") ? called.substring(2) : called);
        String found = folders(path);
        return told.equals("/") || told.endsWith(found) || found.endsWith(told);
    }

    private static String folders(String path) {
        String folders = path.substring(0, path.lastIndexOf('/') + 1);
        return folders.startsWith("/") ? folders : "/" + folders;
    }
}
