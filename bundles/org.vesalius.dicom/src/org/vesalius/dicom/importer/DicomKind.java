// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.reader.ColumnReaders;

/** A folder of DICOM files: pictures, or series as volumes. */
public final class DicomKind implements ImportKind {
    static final String SAMPLES = "samples";
    static final String SERIES = "series";
    static final String IMAGES = "images";
    static final String HEADER = "header";
    static final String LABEL = "label-from";
    static final String WINDOW = "window";
    static final String PREPROCESSING = "preprocessing";

    private static final Pattern NAMED = Pattern.compile("(?i)(.*/)?(.*\\.(dcm|dicom|ima)|DICOMDIR)");
    /** Files on the media of hospitals have no endings: names such as IM000001, or unique identifiers. */
    private static final Pattern BARE = Pattern.compile("(.*/)?((IM|MR|CT|I|IMG)[-_]?\\d+|[0-9]+(\\.[0-9]+){4,})");

    private final ColumnReaders readers;

    /** @param readers must hold the reader {@code dicom} */
    public DicomKind(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public String id() {
        return "dicom";
    }

    @Override
    public String title() {
        return "DICOM pictures or series";
    }

    @Override
    public String header() {
        return "Makes a data set of a folder of DICOM files.";
    }

    @Override
    public String description() {
        return "Files are found in the folder and all folders in it, whatever they are called, and stay where they are; those "
                + "without the mark of DICOM and those without pictures are listed. Slices of a series become a volume, sorted by "
                + "where they lie and turned to RAS+, in real units such as HU; a series that makes none (slices missing or "
                + "doubled, different orientations) is listed with the reason. Patient, study, series and modality become "
                + "columns, and stand in patients.csv, studies.csv and series.csv too. No patient comes into two subsets.";
    }

    @Override
    public Sources sources() {
        return new Sources("FOLDER", "The folder of DICOM files.", true, false);
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption> options = new ArrayList<>(List.of(
                ImportOption.text(SAMPLES, "KIND", "", "'series' for a volume of each series, 'images' for a sample of each file. "
                        + "Without it, series where every file is a slice that says where it lies and a series has several, "
                        + "else images.").offering(SERIES, IMAGES),
                ImportOption.texts(HEADER, "KEYWORD", "An element of the header that becomes a column, by its keyword in the "
                        + "standard, such as PatientAge or SliceThickness; of a series, that of its first file."),
                ImportOption.text(LABEL, "KEYWORD", "", "An element whose values are the categories to be learned, such as "
                        + "BodyPartExamined."),
                ImportOption.text(WINDOW, "WINDOW", "file", "What is black and white in images: 'file' for the first window of "
                        + "each file, 'none' for all values there can be, or centre and width such as 40,400.")
                        .offering("file", "none"),
                ImportOption.text(PREPROCESSING, "STEPS", "", "What is done to each volume, such as 'resample spacing=1; "
                        + "zscore; fit size=48,64,48'; 'none' for nothing. Without it, values get the mean 0 and the standard "
                        + "deviation 1 in each volume, and volumes of different sizes are padded to the largest.")));
        options.addAll(SplitColumn.options("nothing in DICOM files"));
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import dicom chest --out chest-dataset --header PatientAge --header PatientSex",
                "dataset import dicom ct --out ct-dataset --samples series --label-from BodyPartExamined");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        if (!sources.folder()) {
            return Fit.NONE;
        }
        return sources.any(name -> NAMED.matcher(name).matches()) ? Fit.LIKELY
                : sources.any(name -> BARE.matcher(name).matches()) ? Fit.POSSIBLE : Fit.NONE;
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new DicomImport(request, readers);
    }
}
