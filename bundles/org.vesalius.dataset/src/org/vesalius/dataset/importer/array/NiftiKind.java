// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PatientPatterns;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.kind.UnmarkedOption;
import org.vesalius.dataset.reader.ColumnReaders;

/** A folder of NIfTI volumes, with masks or categories. */
public final class NiftiKind implements ImportKind {
    private static final Pattern VOLUME = Pattern.compile("(?i).*\\.(nii|nii\\.gz|hdr)");

    private final ColumnReaders readers;

    /** @param readers must hold the reader {@code nifti} */
    public NiftiKind(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public String id() {
        return "nifti";
    }

    @Override
    public String title() {
        return "NIfTI volumes and stacks";
    }

    @Override
    public String header() {
        return "Makes a data set of a folder of NIfTI volumes, or of stacks in TIFF files.";
    }

    @Override
    public String description() {
        return "Volumes are .nii, .nii.gz or .hdr with .img or, where there are none, .tif or .tiff whose pages of one size lie one "
                + "behind the other, as ImageJ saves stacks (with its spacing); they stay where they are. Each is read once; those that can't be are "
                + "listed. With a folder of masks beside one of volumes (images and labels, as the Medical Segmentation "
                + "Decathlon has them, or --volumes and --masks) each volume gets the mask of the same name; a mask of another "
                + "size is named. Otherwise folders are categories; where all are named after subsets (train, test, "
                + "imagesTr), those in them are. NIfTI volumes are turned to RAS+ when they are read.";
    }

    @Override
    public Sources sources() {
        return new Sources("FOLDER", "The folder of volumes.", true, false);
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption> options = new ArrayList<>(List.of(
                ImportOption.text("volumes", "NAME", "", "The folder of the volumes in FOLDER."),
                ImportOption.text("masks", "NAME", "", "The folder of their masks in FOLDER."),
                UnmarkedOption.OPTION,
                ImportOption.text("patient", "REGEX", "", "Finds the patient in the path of a volume relative to FOLDER; its "
                        + "groups together, or the whole match, are the patient. Without it, each volume is a patient's own."),
                ImportOption.text("preprocessing", "STEPS", "", "What is done to each volume, such as "
                        + "'resample spacing=1; zscore; fit size=48,64,48'; 'none' for nothing. Masks are brought to the same "
                        + "size. Without it, values get the mean 0 and the standard deviation 1 in each volume ('zscore per=training' at "
                        + "the end: over all training volumes), and volumes of "
                        + "different sizes are padded to the largest.")));
        options.addAll(SplitColumn.options("folders such as imagesTr and imagesTs"));
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import nifti hippocampus --out hippocampus-dataset",
                "dataset import nifti scans --out scans-dataset --volumes t1 --masks lesions \\\n"
                        + "    --preprocessing 'resample spacing=1; percentile low=1 high=99; fit size=160,192,160'");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        if (!sources.folder()) {
            return Fit.NONE;
        }
        return sources.any(name -> VOLUME.matcher(name).matches()) ? Fit.LIKELY : sources.has("tif", "tiff") ? Fit.POSSIBLE : Fit.NONE;
    }

    @Override
    public Map<String, List<String>> proposals(SourceGlance sources) {
        return Map.of("patient", PatientPatterns.offered(sources.names().stream()
                .filter(name -> FoundVolumes.ENDS.matcher(name).find()).toList()));
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new NiftiImport(request, readers);
    }
}
