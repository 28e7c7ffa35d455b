// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.SubsetFolder;

/**
 * What the folders tell of the volumes in them: their subset, and their category.
 *
 * @param volumes paths, with forward slashes
 */
record VolumeFolders(List<String> volumes) {

    /** The subset that the outermost folder of each volume is named after, as train and imagesTr are. */
    List<Optional<Subset>> subsets() {
        return volumes.stream().map(volume -> subset(folder(volume))).toList();
    }

    private static Optional<Subset> subset(String folder) {
        // the Medical Segmentation Decathlon and nnU-Net shorten the names
        return switch (folder.toLowerCase(Locale.ROOT)) {
            case "imagestr", "labelstr" -> Optional.of(Subset.TRAIN);
            case "imagesval", "labelsval" -> Optional.of(Subset.VALIDATION);
            case "imagests", "labelsts" -> Optional.of(Subset.TEST);
            default -> SubsetFolder.of(folder.replaceFirst("(?i)[ _-](images|volumes|scans|data|set)$", ""));
        };
    }

    /**
     * The category of each volume: its outermost folder, or the one below where the outermost are subsets. All are empty
     * where that makes no two categories, or where no category is in two subsets, so that it is rather a patient's folder.
     */
    List<String> categories() {
        boolean divided = subsets().stream().allMatch(Optional::isPresent);
        List<String> folders = volumes.stream().map(volume -> divided ? folder(behind(volume)) : folder(volume)).toList();
        long distinct = folders.stream().distinct().count();
        boolean shared = volumes.stream().map(volume -> folder(volume) + "/" + folder(behind(volume))).distinct()
                .count() > distinct;
        return distinct > 1 && (shared || !divided) ? folders : volumes.stream().map(volume -> "").toList();
    }

    private static String folder(String path) {
        int end = path.indexOf('/');
        return end < 0 ? "none" : path.substring(0, end);
    }

    private static String behind(String path) {
        return path.substring(path.indexOf('/') + 1);
    }
}
