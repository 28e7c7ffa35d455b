// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Formats of images that are known, but not read. */
public enum ForeignFormat {
    WEBP("a WebP image", List.of("webp"), new Magic(8, "WEBP")),
    JPEG_2000("a JPEG 2000 image", List.of("jp2", "j2k", "j2c", "jpc", "jpf", "jpx"), new Magic(4, "jP  "),
            new Magic(0, "\u00FF\u004F\u00FF\u0051")),
    HEIC("a HEIC image", List.of("heic", "heif"), new Magic(4, "ftyphei"), new Magic(4, "ftypmif")),
    AVIF("an AVIF image", List.of("avif"), new Magic(4, "ftypavif")),
    JPEG_XL("a JPEG XL image", List.of("jxl"), new Magic(4, "JXL ")),
    DICOM("a DICOM file", List.of("dcm", "dicom"), new Magic(128, "DICM")),
    NIFTI("a NIfTI volume", List.of("nii", "nii.gz"), new Magic(344, "n+1\0"), new Magic(344, "ni1\0")),
    NRRD("an NRRD volume", List.of("nrrd"), new Magic(0, "NRRD")),
    META_IMAGE("a MetaImage volume", List.of("mha", "mhd"), new Magic(0, "ObjectType")),
    SVG("an SVG drawing", List.of("svg"), new Magic(0, "<svg")),
    PDF("a PDF document", List.of("pdf"), new Magic(0, "%PDF")),
    PHOTOSHOP("a Photoshop document", List.of("psd"), new Magic(0, "8BPS"));

    /** What stands at a place of such files. */
    private record Magic(int offset, String text) {
    }

    private final String description;
    private final List<String> extensions;
    private final List<Magic> magics;

    ForeignFormat(String description, List<String> extensions, Magic... magics) {
        this.description = description;
        this.extensions = extensions;
        this.magics = List.of(magics);
    }

    /** The format of a file of this name. */
    public static Optional<ForeignFormat> named(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> format.extensions.stream().anyMatch(end -> name.endsWith("." + end)))
                .findFirst();
    }

    static Optional<ForeignFormat> of(byte[] content) {
        return Stream.of(values()).filter(format -> format.magics.stream()
                .anyMatch(magic -> Signature.stands(content, magic.offset, magic.text))).findFirst();
    }

    /** Why such a file is refused, fit to follow "It". */
    public String reason() {
        return "is " + description + ", which can't be read; convert it to PNG or TIFF";
    }
}

/** What files begin with. */
final class Signature {
    private Signature() {
    }

    static boolean begins(byte[] content, String magic) {
        return stands(content, 0, magic);
    }

    static boolean stands(byte[] content, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (content[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Why a file that no decoder knows is refused. */
    static UnreadableImageException unknown(byte[] content) {
        return new UnreadableImageException(ForeignFormat.of(content).map(ForeignFormat::reason)
                .orElse("is no image, or of an unknown format"));
    }
}
