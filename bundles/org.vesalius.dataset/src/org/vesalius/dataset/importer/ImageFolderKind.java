// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PatientPatterns;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.importer.kind.SubsetFolder;
import org.vesalius.dataset.reader.ColumnReaders;

/** Folders of images, one a category. */
final class ImageFolderKind implements ImportKind {
    private static final Pattern MASK = Pattern.compile("(?i)(^|/)(masks?|labels?|segmentations?)/|[_-](mask|seg|segmentation)\\.");

    private static final String DEALT = "70/15/15";

    private final ColumnReaders readers;

    ImageFolderKind(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String title() {
        return "Images in folders";
    }

    @Override
    public String header() {
        return "Makes a data set of a folder of images.";
    }

    @Override
    public String description() {
        return "The images of each category lie in a folder named after it. With --split folders these "
                + "lie in the folders train, test and, if there is one, validation. The images stay where they are. "
                + "Each is decoded once; those that can't be read are listed, and so is all that is passed over.";
    }

    @Override
    public Sources sources() {
        return new Sources("FOLDER", "The folder of images.", true, false);
    }

    @Override
    public List<ImportOption> options() {
        return List.of(
                ImportOption.text("patient", "REGEX", "", "Finds the patient in the path of an image "
                        + "relative to FOLDER; its groups together, or the whole match, are the patient. Images of a "
                        + "patient never come into different subsets.")
                        .offering("([^/]+)/[^/]+$", "([^/_]+)_[^/]*$"),
                ImportOption.text("split", "RULE", DEALT, "'folders', or the "
                        + "percentages of train, validation and test, dealt out patient by patient with the same share "
                        + "of each category; " + SplitColumn.LISTED + ". With 'folders' and no validation folder, 15 % of train "
                        + "become validation.")
                        .offering(DEALT, "80/10/10", "60/20/20", "folders"),
                SplitColumn.list(), SplitColumn.seed(),
                ImportOption.flag("join-categories", "Makes one category of those that differ only in upper and "
                        + "lower case or in how accents are written."));
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import images scans --out scans-dataset --split 70/15/15",
                "dataset import images cxr --out cxr-dataset --split folders \\\n"
                        + "    --patient '(train|test)/[^/]+/(person\\d+|(?:NORMAL2-)?IM-\\d+)'");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        if (!sources.folder() || sources.images().isEmpty()) {
            return Fit.NONE;
        }
        List<String> folders = sources.images().stream().map(ImageFolderKind::category).distinct().toList();
        if (folders.equals(List.of(""))) {
            return Fit.NONE;
        }
        boolean masks = sources.any(name -> MASK.matcher(name).find());
        return folders.size() > 1 && !folders.contains("") && !masks ? Fit.LIKELY : Fit.POSSIBLE;
    }

    /** The folder of a category, which may lie in that of a subset; empty where there is none. */
    private static String category(String name) {
        String[] parts = name.split("/");
        int first = parts.length > 2 && SubsetFolder.of(parts[0]).isPresent() ? 1 : 0;
        return parts.length > first + 1 ? parts[first] : "";
    }

    @Override
    public Map<String, List<String>> proposals(SourceGlance sources) {
        List<String> images = sources.images();
        boolean divided = !images.isEmpty() && images.stream()
                .allMatch(name -> SubsetFolder.of(name.split("/")[0]).isPresent());
        return Map.of("patient", PatientPatterns.offered(images), "split", divided ? List.of("folders") : List.of());
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        SplitColumn split = new SplitColumn(request);
        Optional<SplitColumn> listed = Optional.of(split).filter(SplitColumn::isListed);
        String rule = listed.isPresent() ? DEALT : request.text("split").orElseGet(() -> SplitColumn.usual(request));
        return new ImageFolderImport(readers, new ImageFolderOptions(request.source(), request.out(), request.name(),
                request.pattern("patient"), SplitRule.parse(rule), request.whole("seed", 42), listed, request.flag("join-categories")));
    }
}
