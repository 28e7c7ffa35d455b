// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vesalius.dataset.deidentify.FileCleaner.CleanCopy;
import org.vesalius.dataset.deidentify.ProjectKey;
import org.vesalius.dicom.data.ByteSource;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.pixel.BlankArea;

/** De-identifies one file in memory. */
record CleanedFile(CleanCopy copy, byte[] bytes, DicomFile file) {

    static CleanedFile of(Path folder, byte[] original, ProjectKey key, Set<ProfileOption> options, BlankArea... areas)
            throws IOException {
        Path path = folder.resolve("original.dcm");
        Files.write(path, original);
        CleanCopy copy = new DicomCleaner(key, options, List.of(areas)).clean(path, "original.dcm");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.content().writeTo(out);
        return new CleanedFile(copy, out.toByteArray(), DicomFile.open(ByteSource.of(out.toByteArray())));
    }
}
