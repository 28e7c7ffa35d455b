// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.TestData;
import org.vesalius.dicom.data.ByteSource;
import org.vesalius.dicom.data.DicomFile;

/** Compressed pixels in which bytes are wrong or missing: another picture or a sentence, nothing else. */
class DamagedPixelsTest {
    private static final int TRIES = 30;

    @ParameterizedTest
    @ValueSource(strings = {"MR_small_RLE.dcm", "MR_small_jpeg_ls_lossless.dcm", "MR_small_jp2klossless.dcm",
        "SC_rgb_jpeg_gdcm.dcm", "SC_rgb_small_odd_jpeg.dcm", "JPEGLSNearLossless_16.dcm", "SC_rgb_jls_lossy_line.dcm",
        "SC_rgb_dcmtk_+eb+cy+n1.dcm"})
    void damageIsASentence(String name) throws IOException {
        byte[] whole = Files.readAllBytes(TestData.folder("pydicom").resolve(name));
        int pixels = pixels(whole);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < TRIES; i++) {
            byte[] changed = whole.clone();
            int place = pixels + random.nextInt(whole.length - pixels);
            if (i % 3 == 0) {
                Arrays.fill(changed, Math.min(place, whole.length - 8), whole.length - 8, (byte) 0);
            } else {
                // headers are hit as often as what they head
                int near = i % 3 == 1 ? Math.min(whole.length - 1, pixels + random.nextInt(200)) : place;
                changed[near] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> read(changed)).as(name + " " + i).doesNotThrowAnyException();
        }
    }

    private static void read(byte[] content) throws IOException {
        try {
            DicomImage.of(DicomFile.open(ByteSource.of(content))).read(Map.of());
        } catch (UnreadableImageException e) {
            assertThat(e.getMessage()).matches("(is|holds|has|unpacks|says) .*");
        }
    }

    /** Where the pixels begin, behind the element of them. */
    private static int pixels(byte[] content) {
        for (int i = content.length - 12; i > 0; i--) {
            if (content[i] == (byte) 0xE0 && content[i + 1] == 0x7F && content[i + 2] == 0x10 && content[i + 3] == 0
                    && content[i + 4] == 'O') {
                return i + 12;
            }
        }
        throw new IllegalStateException("no pixels");
    }
}
