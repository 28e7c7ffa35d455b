// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages among the directories of a TIFF file; thumbnails and masks are none. */
record TiffPages(List<TiffDirectory> directories) {
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final int OLD_REDUCED = 2;
    /** ImageJ writes the further pictures of a stack behind the first and tells their number only here. */
    private static final Pattern STACK = Pattern.compile("(?s)ImageJ=.*\\nimages=(\\d{1,9})(\\s.*|$)");

    /**
     * Which directory holds the picture.
     *
     * @throws UnreadableImageException if there are several, or none
     */
    int only() throws UnreadableImageException {
        List<Integer> pages = new ArrayList<>();
        for (int i = 0; i < directories.size(); i++) {
            if (isPage(directories.get(i))) {
                pages.add(i);
            }
        }
        if (pages.isEmpty()) {
            throw new UnreadableImageException("holds only a thumbnail or a mask");
        }
        long count = Math.max(pages.size(), inStack(directories.get(pages.get(0))));
        if (count > 1) {
            throw new UnreadableImageException("holds " + count + " pages; one is expected");
        }
        return pages.get(0);
    }

    private static boolean isPage(TiffDirectory directory) throws UnreadableImageException {
        long kind = directory.number(TiffTag.NEW_SUBFILE_TYPE, 0);
        return (kind & (REDUCED | MASK)) == 0 && directory.number(TiffTag.SUBFILE_TYPE, 1) != OLD_REDUCED;
    }

    private static long inStack(TiffDirectory directory) throws UnreadableImageException {
        Matcher stack = STACK.matcher(directory.text(TiffTag.DESCRIPTION).replace("\0", ""));
        return Math.max(stack.matches() ? Long.parseLong(stack.group(1)) : 1, directory.number(TiffTag.DEPTH, 1));
    }
}
