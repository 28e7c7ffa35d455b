// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.FilesBelow;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Dictionary;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.pixel.DicomImage;

/**
 * The DICOM files with pictures in a folder, their headers read.
 *
 * @param files in the order of their paths
 * @param passedOver other files
 */
record FoundFiles(List<Header> files, List<PassedOver> passedOver) {
    private static final Tag ROWS = Tag.of(0x0028, 0x0010);
    private static final Tag FRAMES = Tag.of(0x0028, 0x0008);
    private static final Tag POSITION = Tag.of(0x0020, 0x0032);

    /**
     * What the header of a file says. It tells who the patient is.
     *
     * @param path relative to the folder, with forward slashes
     * @param frames how many
     * @param placed whether it says where its slice lies
     * @param curved whether it is to be shown by a table or a curve rather than a window
     * @param texts of the elements that were asked for, by their keywords; empty where one is missing
     */
    record Header(String path, int frames, boolean placed, boolean curved, Map<String, String> texts) {

        String text(String keyword) {
            return texts.getOrDefault(keyword, "");
        }

        /** The folder that it is in; a point for the folder that is imported. */
        String folder() {
            int end = path.lastIndexOf('/');
            return end < 0 ? "." : path.substring(0, end);
        }

        @Override
        public String toString() {
            return "Header";
        }
    }

    /**
     * Finds the files and reads their headers.
     *
     * @param keywords of the elements that are wanted
     */
    static FoundFiles in(ImportRequest request, List<String> keywords, Progress progress) {
        Map<String, Tag> wanted = new LinkedHashMap<>();
        for (String keyword : keywords) {
            wanted.put(keyword, Dictionary.ofDicom().tag(keyword).orElseThrow(() -> new ReportedException(
                    ErrorKind.INVALID_INPUT, "'" + keyword + "' is no element of the DICOM dictionary.",
                    "Write its keyword as the standard has it (PS3.6), such as PatientAge.")));
        }
        Path folder = request.source();
        FilesBelow below = FilesBelow.of(folder, progress);
        List<PassedOver> passedOver = new ArrayList<>(below.passedOver());
        List<Path> paths = below.files();
        Header[] headers = new Header[paths.size()];
        PassedOver[] not = new PassedOver[paths.size()];
        try {
            new ParallelWork(paths.size(), i -> {
                String name = FilesBelow.name(folder, paths.get(i));
                try {
                    headers[i] = header(name, paths.get(i), wanted);
                } catch (UnreadableImageException e) {
                    not[i] = new PassedOver(name, e.getMessage());
                } catch (FileSystemException e) {
                    not[i] = new PassedOver(name, "can't be read from the disk");
                }
            }).run("Reading headers", progress);
        } catch (IOException e) {
            throw FilesBelow.unreadable(folder, e);
        }
        passedOver.addAll(Stream.of(not).filter(each -> each != null).toList());
        List<Header> files = Stream.of(headers).filter(each -> each != null).toList();
        if (files.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are no DICOM files with pictures in this folder.", folder,
                    "Choose the folder that holds them, at any depth.");
        }
        return new FoundFiles(files, passedOver);
    }

    private static Header header(String name, Path path, Map<String, Tag> wanted) throws IOException {
        if (!DicomFile.isMarked(path)) {
            throw new UnreadableImageException("is no DICOM file");
        }
        DataSet data = DicomFile.open(path).data();
        if (!data.has(ROWS)) {
            throw new UnreadableImageException("holds no picture");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Tag> each : wanted.entrySet()) {
            texts.put(each.getKey(), String.join("\\", data.texts(each.getValue())).replaceAll("\\p{Cntrl}", " ").strip());
        }
        return new Header(name, data.whole(FRAMES).orElse(1), data.has(POSITION), DicomImage.isShownByCurve(data), texts);
    }
}
