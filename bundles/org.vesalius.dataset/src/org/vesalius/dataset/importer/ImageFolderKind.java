// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.reader.ColumnReaders;

/** Folders of images, one a category. */
final class ImageFolderKind implements ImportKind {
    private final ColumnReaders readers;

    ImageFolderKind(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String header() {
        return "Makes a data set of a folder of images.";
    }

    @Override
    public String description() {
        return "The images of each category lie in a folder named after it; with --split folders these "
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
                        + "patient never come into different subsets."),
                ImportOption.text("split", "RULE", "70/15/15", "'folders', or the "
                        + "percentages of train, validation and test, dealt out patient by patient with the same share "
                        + "of each category. With 'folders' and no validation folder, 15 % of train become validation."),
                ImportOption.whole("seed", "S", 42, "Another seed deals samples out differently."),
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
    public DatasetImport of(ImportRequest request) {
        return new ImageFolderImport(readers, new ImageFolderOptions(request.source(), request.out(), request.name(),
                request.pattern("patient"), SplitRule.parse(request.text("split").orElse("70/15/15")),
                request.whole("seed", 42), request.flag("join-categories")));
    }
}
