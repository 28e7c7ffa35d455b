// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.ImageFiles;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;
import org.vesalius.dataset.mask.MaskReader;

/**
 * The images in a folder and their masks, none of them decoded yet.
 *
 * @param patterns how they were told apart
 * @param masks by the paths of the images, in their order; empty for images without one
 * @param passedOver what is neither
 */
record FoundPictures(MaskPatterns patterns, Map<String, List<FoundMask>> masks, List<PassedOver> passedOver) {

    static FoundPictures in(ImportRequest request, Progress progress) {
        ImageFiles files = ImageFiles.in(request.source(), progress);
        List<PassedOver> passedOver = new ArrayList<>(files.others());
        NavigableSet<String> paths = new TreeSet<>(new PathOrder());
        for (String path : files.paths()) {
            // values of masks are divided by this, and begin with the number of a category
            boolean odd = path.contains(MaskReader.SEPARATOR) || path.matches("(?s)\\d{1,3}:.*|draw .*");
            if (odd) {
                passedOver.add(new PassedOver(path, "has a name that can't be kept: it holds | or begins with a number and :"));
            } else {
                paths.add(path);
            }
        }
        MaskPatterns patterns = MaskPatterns.of(request, paths);
        return of(patterns, paths, passedOver, request);
    }

    private static FoundPictures of(MaskPatterns patterns, NavigableSet<String> paths, List<PassedOver> passedOver,
            ImportRequest request) {
        Map<String, List<FoundMask>> masks = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (String path : paths) {
            if (patterns.fits(path)) {
                List<FoundMask> found = patterns.of(path, paths);
                masks.put(path, found);
                found.forEach(mask -> used.add(mask.path()));
            }
        }
        masks.keySet().removeAll(used);
        if (masks.values().stream().allMatch(List::isEmpty)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, masks.isEmpty() ? "No image fits the pattern '"
                    + patterns.images() + "'." : "None of the " + masks.size() + " images has a mask.", request.source(),
                    "Look at --images and --masks: paths begin below the folder and have forward slashes. Masks are called by"
                            + " the parts in brackets of the images' paths, such as --images '(.+)\\.jpg' --masks '\\1_mask.png'.");
        }
        for (String path : paths) {
            boolean orphan = patterns.looksLikeMask(path) && !used.contains(path);
            if (orphan && masks.getOrDefault(path, List.of()).isEmpty()) {
                masks.remove(path);
                passedOver.add(new PassedOver(path, "is a mask without an image"));
            } else if (!used.contains(path) && !masks.containsKey(path)) {
                passedOver.add(new PassedOver(path, "is neither an image nor a mask by the patterns"));
            }
        }
        return new FoundPictures(patterns, masks, passedOver);
    }

    /** The paths of the images. */
    List<String> images() {
        return List.copyOf(masks.keySet());
    }

    /** Without the paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "FoundPictures[" + masks.size() + " images]";
    }
}
