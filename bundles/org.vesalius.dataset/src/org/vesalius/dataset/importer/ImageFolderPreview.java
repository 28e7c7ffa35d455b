// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;
import org.vesalius.dataset.importer.kind.SplitRule;

/** What an import of a folder would bring, as far as that can be told without decoding its images. */
public final class ImageFolderPreview {
    private final Path folder;
    private final List<FoundImage> images;
    private final List<PassedOver> passedOver;

    private ImageFolderPreview(Path folder, FolderScan scan) {
        this.folder = folder;
        images = scan.images();
        passedOver = scan.passedOver();
    }

    /**
     * Looks through a folder of images.
     *
     * @param progress is asked whether it was cancelled
     * @throws org.vesalius.core.ReportedException if it is missing, its layout can't be understood, or a category has no
     *         image
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public static ImageFolderPreview of(Path folder, Progress progress) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new ImageFolderPreview(absolute, new FolderScan(absolute, progress).run());
    }

    /** The folder, absolute. */
    public Path folder() {
        return folder;
    }

    /** The paths of the images, relative to the folder, in their order. They may tell who patients are. */
    public List<String> paths() {
        return images.stream().map(FoundImage::path).toList();
    }

    /** The category of each image. */
    public List<String> categories() {
        return images.stream().map(FoundImage::category).toList();
    }

    /** How many images each category has, in the order of their names. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>(new PathOrder());
        images.forEach(image -> counts.merge(image.category(), 1, Integer::sum));
        return counts;
    }

    /** Whether there are folders for the subsets, such as train and test. */
    public boolean divided() {
        return images.stream().anyMatch(image -> image.subset().isPresent());
    }

    /** Files and folders that would be left out, with the reasons. */
    public List<PassedOver> passedOver() {
        return List.copyOf(passedOver);
    }

    /** Who each image is of; an empty or blank text where the pattern finds nobody. */
    public List<String> patients(Pattern pattern) {
        return images.stream().map(image -> PatientIds.find(pattern, image.path())).toList();
    }

    /**
     * The subset that each image would come into.
     *
     * @param patients who each image is of; their paths, where each is of another patient
     * @throws org.vesalius.core.ReportedException if the images can't be split like this
     */
    public List<Subset> subsets(List<String> patients, SplitRule split, long seed) {
        return new SubsetAssignment(folder, split, seed).of(images, patients);
    }

    /** Without names and paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "ImageFolderPreview[" + images.size() + " images]";
    }
}
