// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of blocks as files hold them: relative, with / between folders on every system. */
final class RelativePath {
    private RelativePath() {
    }

    /** The same path without detours: {@code a/../b/./c} is {@code b/c}. */
    static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            boolean up = part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
            if (up) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
