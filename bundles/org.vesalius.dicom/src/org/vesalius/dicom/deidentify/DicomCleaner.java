// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.io.ContentWriter;
import org.vesalius.dataset.deidentify.Actions;
import org.vesalius.dataset.deidentify.FileCleaner;
import org.vesalius.dataset.deidentify.ProjectKey;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.DataSetWriter;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.TransferSyntax;
import org.vesalius.dicom.pixel.BlankArea;
import org.vesalius.dicom.pixel.CleanPixels;

/**
 * DICOM files by the Basic Application Level Confidentiality Profile (PS3.15, annex E) and options of it. What stands before
 * the data set is written anew, and what follows it is left away.
 */
public final class DicomCleaner implements FileCleaner {
    private static final String DIRECTORY = "1.2.840.10008.1.3.10";
    private static final Set<String> NAMED = Set.of("dcm", "dicom", "ima");
    private static final Set<String> DRAWN_INTO = Set.of("US", "ES", "SC", "XA", "RF", "OT", "GM", "XC", "IVUS", "OP");
    private static final Tag SOP_CLASS_OF_MEDIA = Tag.of(0x0002, 0x0002);
    private static final Tag DIRECTORY_RECORDS = Tag.of(0x0004, 0x1220);
    private static final Tag SOP_INSTANCE = Tag.of(0x0008, 0x0018);
    private static final Tag STUDY = Tag.of(0x0020, 0x000D);
    private static final Tag SERIES = Tag.of(0x0020, 0x000E);
    private static final Tag BIRTH_DATE = Tag.of(0x0010, 0x0030);
    private static final Tag MODALITY = Tag.of(0x0008, 0x0060);
    private static final Tag BURNED_IN = Tag.of(0x0028, 0x0301);
    private static final Tag ROWS = Tag.of(0x0028, 0x0010);
    private static final Tag ALLOCATED = Tag.of(0x0028, 0x0100);
    private static final Tag COLUMNS = Tag.of(0x0028, 0x0011);

    private final ProjectKey key;
    private final Set<ProfileOption> options;
    private final List<BlankArea> areas;

    /**
     * @param key what pseudonyms, identifiers and shifts of dates are made with
     * @param options of the profile
     * @param areas rectangles that are made blank in the pixels
     * @throws org.vesalius.core.ReportedException if options exclude each other
     */
    public DicomCleaner(ProjectKey key, Set<ProfileOption> options, List<BlankArea> areas) {
        ProfileOption.refuseContradiction(options);
        this.key = key;
        this.options = options.isEmpty() ? Set.of() : EnumSet.copyOf(options);
        this.areas = List.copyOf(areas);
    }

    @Override
    public boolean takes(Path file) throws IOException {
        String name = file.getFileName().toString();
        return DicomFile.isMarked(file) || NAMED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> method() {
        List<String> method = new ArrayList<>(List.of("DICOM PS3.15, annex E, edition " + ProfileTable.EDITION,
                ProfileOption.BASIC_MEANING + " (" + ProfileOption.BASIC_CODE + ")"));
        if (!areas.isEmpty()) {
            method.add(ProfileOption.PIXELS_MEANING + " (" + ProfileOption.PIXELS_CODE + "), rectangles that were named");
        }
        options.stream().sorted().forEach(option -> method.add(option.meaning() + " (" + option.code() + ")"));
        return method;
    }

    @Override
    public CleanCopy clean(Path path, String place) throws IOException {
        DicomFile file = DicomFile.open(path);
        if (file.meta().text(SOP_CLASS_OF_MEDIA).filter(DIRECTORY::equals).isPresent() || file.data().has(DIRECTORY_RECORDS)) {
            throw new UnreadableImageException("is a directory of other files, whose names change");
        }
        DataSet data = file.data();
        String patient = patient(data, place);
        Actions actions = new Actions();
        List<BlankArea> here = areasOf(data);
        boolean hidden = hasHiddenOverlay(data);
        boolean turned = file.syntax().bigEndian() && data.whole(ALLOCATED).orElse(0) > Short.SIZE && data.has(Tag.PIXEL_DATA);
        Optional<CleanPixels> pixels = here.isEmpty() && !hidden && !turned ? Optional.empty()
                : Optional.of(CleanPixels.of(file, here, hidden));
        if (!here.isEmpty()) {
            actions.add(Tag.PIXEL_DATA.toString(), "PixelData", "rectangles blanked");
        }
        List<Element> elements = cleaning(data, patient, here, actions).clean(data);
        elements = Stamps.with(elements, pixels.map(CleanPixels::elements).orElse(List.of()));
        elements = new Stamps(options, !here.isEmpty()).on(elements);
        TransferSyntax syntax = written(pixels.map(CleanPixels::syntax).orElse(file.syntax()));
        return new CleanCopy(name(data, patient, place), Set.of(patient), content(elements, syntax), actions, remarks(data, here));
    }

    private DataSetCleaning cleaning(DataSet data, String patient, List<BlankArea> here, Actions actions) throws IOException {
        Identifiers identifiers = Identifiers.of(data, options);
        ValueCleaning values = new ValueCleaning(key, options, identifiers, new ShiftedDates(key.days(patient)));
        boolean overlays = options.contains(ProfileOption.GRAPHICS) && !here.isEmpty();
        return new DataSetCleaning(key, options, patient, values, overlays ? Overlays.blanked(data, here) : Overlays.none(), actions);
    }

    /** The number, or where there is none the name and date of birth, or the study, or the file for itself. */
    private String patient(DataSet data, String place) throws IOException {
        Optional<String> id = data.text(DataSetCleaning.PATIENT_ID);
        if (id.isPresent()) {
            return key.pseudonym(ProjectKey.PATIENT, id.get());
        }
        Optional<String> name = data.text(DataSetCleaning.PATIENT_NAME);
        if (name.isPresent()) {
            return key.pseudonym(ProjectKey.PATIENT, name.get() + '\0' + data.text(BIRTH_DATE).orElse(""));
        }
        return key.pseudonym(ProjectKey.PATIENT, data.text(STUDY).orElse(place));
    }

    private String name(DataSet data, String patient, String place) throws IOException {
        String study = key.pseudonym(ProjectKey.STUDY, data.text(STUDY).orElse(place));
        String series = key.pseudonym("series", data.text(SERIES).orElse(place));
        return patient + "/" + study + "/" + series + "/" + key.pseudonym("instance", data.text(SOP_INSTANCE).orElse(place)) + ".dcm";
    }

    private List<BlankArea> areasOf(DataSet data) throws IOException {
        int columns = data.whole(COLUMNS).orElse(0);
        int rows = data.whole(ROWS).orElse(0);
        return columns == 0 ? List.of() : areas.stream().filter(area -> area.isFor(columns, rows)).toList();
    }

    /** Whether an overlay stands in unused bits of the pixels, as earlier editions of the standard allowed (PS3.3, C.9.2). */
    private static boolean hasHiddenOverlay(DataSet data) {
        return data.has(Tag.PIXEL_DATA) && data.elements().stream().anyMatch(element -> Overlays.isOverlay(element.tag())
                && element.tag().element() == 0x0010 && !data.has(Tag.of(element.tag().group(), 0x3000)));
    }

    private static TransferSyntax written(TransferSyntax syntax) {
        if (syntax.bigEndian() || syntax.deflated()) {
            return TransferSyntax.EXPLICIT;
        }
        // what a file says of itself and doesn't do is mended
        boolean plain = syntax.uid().isEmpty() || syntax.compression() == TransferSyntax.Compression.NONE;
        return !plain ? syntax : syntax.explicit() ? TransferSyntax.EXPLICIT : TransferSyntax.IMPLICIT;
    }

    private static ContentWriter content(List<Element> elements, TransferSyntax syntax) {
        DicomFile clean = new DicomFile(new byte[128], Stamps.meta(elements, syntax), syntax, new DataSet(elements, false), new byte[0]);
        return out -> new DataSetWriter(out).write(clean);
    }

    private List<String> remarks(DataSet data, List<BlankArea> here) throws IOException {
        List<String> remarks = new ArrayList<>();
        boolean burned = data.text(BURNED_IN).filter("YES"::equals).isPresent();
        boolean usual = data.text(MODALITY).filter(DRAWN_INTO::contains).isPresent() && data.text(BURNED_IN).isEmpty();
        if (here.isEmpty() && data.has(Tag.PIXEL_DATA) && (burned || usual)) {
            remarks.add(burned ? "The header says that text is burned into the pixels; look at them, and blank it with rectangles"
                    : "Pictures of this modality often have text burned in; look at them, and blank it with rectangles");
        }
        if (here.isEmpty() && !areas.isEmpty() && data.has(Tag.PIXEL_DATA)) {
            remarks.add("No rectangle is for pictures of this size, so nothing was blanked");
        }
        return remarks;
    }
}
