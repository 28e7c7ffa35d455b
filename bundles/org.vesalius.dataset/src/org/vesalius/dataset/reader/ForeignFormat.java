// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats of images that are known, but not read. */
public enum ForeignFormat {
    WEBP("a WebP picture", List.of("webp"), new Magic(8, "WEBP")),
    JPEG_2000("a JPEG 2000 picture", List.of("jp2", "j2k", "j2c", "jpc", "jpf", "jpx"), new Magic(4, "jP  "),
            new Magic(0, "\u00FF\u004F\u00FF\u0051")),
    HEIC("a HEIC picture", List.of("heic", "heif"), new Magic(4, "ftyphei"), new Magic(4, "ftypmif")),
    AVIF("an AVIF picture", List.of("avif"), new Magic(4, "ftypavif")),
    JPEG_XL("a JPEG XL picture", List.of("jxl"), new Magic(4, "JXL ")),
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
