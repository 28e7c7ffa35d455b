// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.importer.kind.FolderEntries;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.FileStamp;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.pixel.DicomImage;
import org.vesalius.dicom.pixel.Volume;

/**
 * The files of a series in a folder.
 *
 * @param folder that they are in, not in folders below it
 * @param series its unique identifier (0020,000E); empty where the folder holds one series only
 * @param index of what was opened before
 */
record SeriesFiles(Path folder, Optional<String> series, SeriesIndex index) {
    private static final Tag SERIES = Tag.of(0x0020, 0x000E);
    private static final Tag ROWS = Tag.of(0x0028, 0x0010);

    /** A file and what is in it. */
    private record Opened(Path path, DicomFile file) {
    }

    /**
     * The files, sorted by their names.
     *
     * @throws UnreadableImageException if there are none, or one can't be read
     */
    List<Path> paths() throws IOException {
        return opened().stream().map(Opened::path).toList();
    }

    /**
     * The slices, sorted by the names of their files.
     *
     * @throws UnreadableImageException likewise
     */
    List<Volume.Slice> slices() throws IOException {
        List<Volume.Slice> slices = new ArrayList<>();
        for (Opened opened : opened()) {
            DicomImage image = DicomImage.of(opened.file());
            for (int frame = 0; frame < image.frames(); frame++) {
                slices.add(new Volume.Slice(image, frame));
            }
        }
        return slices;
    }

    private List<Opened> opened() throws IOException {
        List<Opened> opened = new ArrayList<>();
        for (Path entry : FolderEntries.of(folder)) {
            if (FolderEntries.reasonAgainst(entry).isEmpty() && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                slice(entry).ifPresent(each -> opened.add(new Opened(entry, each)));
            }
        }
        if (opened.isEmpty()) {
            throw new UnreadableImageException(series.isEmpty() ? "holds no slices in DICOM" : "holds no slices of this series");
        }
        return opened;
    }

    /** What else may lie there, such as a report, a directory or another series, is no slice. */
    private Optional<DicomFile> slice(Path path) throws IOException {
        FileStamp stamp = FileStamp.of(path);
        if (series.isPresent() && index.excludes(path, stamp, series.get())) {
            return Optional.empty();
        }
        Optional<DicomFile> file = DicomFile.isMarked(path) ? Optional.of(opened(path)) : Optional.empty();
        Optional<DicomFile> slice = file.filter(each -> each.data().has(ROWS));
        String of = slice.isPresent() ? slice.get().data().text(SERIES).orElse("") : "";
        index.keep(path, stamp, of);
        return series.isEmpty() || of.equals(series.get()) ? slice : Optional.empty();
    }

    private static DicomFile opened(Path path) throws IOException {
        try {
            return DicomFile.open(path);
        } catch (UnreadableImageException e) {
            throw new UnreadableImageException("holds a slice that " + e.getMessage(), e);
        }
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "SeriesFiles";
    }
}
