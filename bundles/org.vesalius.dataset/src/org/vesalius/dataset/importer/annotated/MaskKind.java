// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PathPatients;
import org.vesalius.dataset.importer.kind.PatientPatterns;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.kind.UnmarkedOption;
import org.vesalius.dataset.reader.ColumnReaders;

/** Images with segmentation masks. */
public final class MaskKind implements ImportKind {
    private final ColumnReaders readers;

    /** @param readers must hold the readers {@code image} and {@code mask} */
    public MaskKind(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public String id() {
        return "masks";
    }

    @Override
    public String title() {
        return "Images with masks";
    }

    @Override
    public String header() {
        return "Makes a data set of images with segmentation masks.";
    }

    @Override
    public String description() {
        return "Images and masks lie in one folder, at any depth, and are told apart by their paths: masks/7.png is the mask of "
                + "images/7.jpg, and 7_mask.png that of 7.jpg; other names are told with --images and --masks. Several masks of an "
                + "image are united. All files stay where they are. Each is read once: a mask of another size than its image is "
                + "named, and so are images without a mask and masks without an image. What the values in masks mean is "
                + "found out where they are 0 and another one, or a few numbers; of others say it with --level.";
    }

    @Override
    public Sources sources() {
        return new Sources("FOLDER", "The folder of images and masks.", true, false);
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption> options = new ArrayList<>(List.of(
                ImportOption.text("images", "REGEX", "", "Fits the paths of images relative to FOLDER, from their beginning to "
                        + "their end, such as '(.+)\\.jpg'."),
                ImportOption.texts("masks", "[CATEGORY=]PATTERN", "How masks are called: \\1 to \\9 are what the brackets "
                        + "in --images found, * stands for any letters. Masks of several patterns are united. With a CATEGORY, such as "
                        + "'vein=\\1_vein.png', what is marked there is of this category; where several are, the last."),
                ImportOption.texts("level", "VALUE=CATEGORY", "What a value in masks means: a number, numbers from-to or a "
                        + "colour, such as 255=vessel, 128-255=vessel or '#ff0000=vessel'; the category 'background' for what "
                        + "isn't marked."),
                UnmarkedOption.OPTION, PathPatients.option(),
                ImportOption.text("preprocessing", "STEPS", "", "What is done to each image, such as 'rescale slope=1/255; "
                        + "fit size=512,512'; masks are brought to the same size. Without it, both are brought to the size that "
                        + "a network takes.")));
        options.addAll(SplitColumn.options("folders such as train and test"));
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import masks lesions --preview",
                "dataset import masks chasedb1 --out vessels --images '(.+)\\.jpg' --masks '\\1_1stHO.png' \\\n"
                        + "    --level 255=vessel --patient 'Image_(\\d+)' --split test=05,07,09,12");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        if (!sources.folder() || sources.images().isEmpty()) {
            return Fit.NONE;
        }
        return MaskPatterns.usual(new TreeSet<>(sources.images())).isPresent() ? Fit.LIKELY : Fit.POSSIBLE;
    }

    @Override
    public Map<String, List<String>> proposals(SourceGlance sources) {
        Map<String, List<String>> proposals = new HashMap<>(Map.of("patient", PatientPatterns.offered(sources.images())));
        MaskPatterns.usual(new TreeSet<>(sources.images())).ifPresent(usual -> {
            proposals.put("images", List.of(usual.images().pattern()));
            proposals.put("masks", usual.masks().stream().map(MaskTemplate::text).toList());
        });
        return proposals;
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new MaskImport(request, readers);
    }
}
