// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.decode.ForeignFormat;
import org.vesalius.dataset.importer.kind.FolderEntries;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;
import org.vesalius.dataset.importer.kind.SubsetFolder;

/**
 * Finds the images in a folder laid out as {@code <category>/…} or {@code <subset>/<category>/…}. Everything else
 * that lies there is listed with the reason why it is passed over.
 */
final class FolderScan {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 5_000_000;

    private final Path root;
    private final Progress progress;
    private final List<FoundImage> images = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private final List<Path> emptyCategories = new ArrayList<>();

    /** @param progress is asked in each folder whether it was cancelled */
    FolderScan(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    /** The images in the order of their paths. */
    List<FoundImage> images() {
        return images.stream().sorted(Comparator.comparing(FoundImage::path, new PathOrder())).toList();
    }

    /** What is not imported, in the order of the paths. */
    List<PassedOver> passedOver() {
        return passedOver.stream().sorted(Comparator.comparing(PassedOver::path, new PathOrder())).toList();
    }

    /**
     * Looks through the folder.
     *
     * @return this
     * @throws ReportedException if the folder is missing, its layout can't be understood, or a category has no image
     * @throws CancellationException if the progress was cancelled
     */
    FolderScan run() {
        try {
            List<Path> folders = subfolders(root);
            if (folders.isEmpty()) {
                throw invalid("There are no folders in it.",
                        "Put the images of each category into a folder named after it.", root);
            }
            long subsets = folders.stream().filter(folder -> subset(folder).isPresent()).count();
            if (subsets == 0) {
                scanCategories(folders, Optional.empty());
            } else {
                scanSubsets(folders);
            }
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The folder can't be read.", root,
                    "Check that it exists, and that it and the folders in it may be read.", e);
        }
        requireNoEmptyCategory();
        if (images.isEmpty()) {
            throw invalid("None of the folders in it may be opened.", "Change their permissions, or those of a copy.",
                    root);
        }
        return this;
    }

    /** The folders in a folder that is no category's; files in it belong to no category. */
    private List<Path> subfolders(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path entry : FolderEntries.of(folder)) {
            Optional<String> reason = FolderEntries.reasonAgainst(entry);
            if (reason.isEmpty() && FolderEntries.isFolder(entry)) {
                folders.add(entry);
            } else {
                passOver(entry, reason.or(() -> FolderEntries.reasonAgainstFile(entry))
                        .orElse("lies in no category's folder"));
            }
        }
        return folders;
    }

    private void scanSubsets(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            Subset subset = subset(folder).orElseThrow(() -> invalid(
                    "'" + folder.getFileName() + "' stands beside train and test folders, but is none.",
                    "Move it elsewhere, or move the train and test folders into a folder of their own.", folder));
            scanCategories(subfolders(folder), Optional.of(subset));
        }
    }

    private void scanCategories(List<Path> folders, Optional<Subset> subset) throws IOException {
        for (Path folder : folders) {
            int before = images.size();
            if (scanInner(folder, folder, subset, 1) && images.size() == before) {
                emptyCategories.add(folder);
            }
        }
    }

    private void scanFiles(Path folder, Path category, Optional<Subset> subset, int depth) throws IOException {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        for (Path entry : FolderEntries.of(folder)) {
            Optional<String> reason = FolderEntries.reasonAgainst(entry);
            if (reason.isPresent()) {
                passOver(entry, reason.get());
            } else if (FolderEntries.isFolder(entry)) {
                scanInner(entry, category, subset, depth + 1);
            } else {
                scanFile(entry, category, subset);
            }
        }
    }

    /** Returns whether the folder could be looked into. */
    private boolean scanInner(Path folder, Path category, Optional<Subset> subset, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            passOver(folder, "lies more than " + MAX_DEPTH + " folders deep");
            return false;
        }
        try {
            scanFiles(folder, category, subset, depth);
            return true;
        } catch (AccessDeniedException e) {
            passOver(folder, "can't be opened: its permissions forbid it");
            return false;
        }
    }

    private void scanFile(Path file, Path category, Optional<Subset> subset) {
        Optional<String> reason = FolderEntries.reasonAgainstFile(file);
        if (reason.isPresent()) {
            passOver(file, reason.get());
        } else {
            images.add(new FoundImage(slashed(file), FolderEntries.name(category), subset));
            requireFewEnough();
        }
    }

    private void passOver(Path entry, String reason) {
        passedOver.add(new PassedOver(slashed(entry), reason));
        requireFewEnough();
    }

    private void requireFewEnough() {
        if (images.size() + passedOver.size() > MAX_FILES) {
            throw invalid("There are more than " + MAX_FILES + " files in it.", "Import it in several steps.", root);
        }
    }

    private void requireNoEmptyCategory() {
        if (!emptyCategories.isEmpty()) {
            throw invalid("There is no image in this category's folder" + foreign(emptyCategories.get(0)) + ".",
                    "Put its images there, or delete the folder. Images end in "
                            + String.join(", ", FolderEntries.EXTENSIONS.stream().sorted().toList()) + ".",
                    emptyCategories.get(0));
        }
    }

    /** The first of the files in a folder that hold images which aren't read. */
    private String foreign(Path folder) {
        String start = slashed(folder) + "/";
        return passedOver.stream().map(PassedOver::path).filter(path -> path.startsWith(start))
                .flatMap(path -> ForeignFormat.named(path).stream()).findFirst()
                .map(format -> ": what lies there " + format.reason()).orElse("");
    }

    private String slashed(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static Optional<Subset> subset(Path folder) {
        return SubsetFolder.of(FolderEntries.name(folder));
    }

    private static ReportedException invalid(String message, String remedy, Path where) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }
}

/**
 * An image file in a folder that is imported.
 *
 * @param path relative to the folder, with forward slashes
 * @param category the name of its category's folder
 * @param subset the subset whose folder it is in; empty if the folder isn't divided
 */
record FoundImage(String path, String category, Optional<Subset> subset) {

    /** The same image in another category. */
    FoundImage in(String other) {
        return new FoundImage(path, other, subset);
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "FoundImage[" + category + "]";
    }
}
