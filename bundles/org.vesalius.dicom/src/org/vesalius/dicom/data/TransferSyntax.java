// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.util.Map;

/**
 * How a data set and its pixels are written (PS3.5, 10 and A).
 *
 * @param uid its identifier
 * @param name for people
 * @param explicit whether value representations are written
 * @param bigEndian whether the most significant byte comes first
 * @param deflated whether the data set is packed with Deflate
 * @param compression of the pixels
 */
public record TransferSyntax(String uid, String name, boolean explicit, boolean bigEndian, boolean deflated,
        Compression compression) {

    /** How pixels are compressed. */
    public enum Compression {
        /** Not at all. */
        NONE,
        /** Run lengths (PS3.5, G). */
        RLE,
        /** JPEG with the cosine transform, 8 or 12 bits (ITU-T T.81, processes 1, 2 and 4). */
        JPEG,
        /** JPEG without loss (ITU-T T.81, process 14). */
        JPEG_LOSSLESS,
        /** JPEG-LS (ITU-T T.87). */
        JPEG_LS,
        /** JPEG 2000 (ITU-T T.800). */
        JPEG_2000,
        /** One that can't be read. */
        OTHER
    }

    /** Implicit VR Little Endian, the default. */
    public static final TransferSyntax IMPLICIT = plain("1.2.840.10008.1.2", "Implicit VR Little Endian", false, false);
    /** Explicit VR Little Endian. */
    public static final TransferSyntax EXPLICIT = plain("1.2.840.10008.1.2.1", "Explicit VR Little Endian", true, false);
    /** Explicit VR Big Endian, retired. */
    public static final TransferSyntax BIG_ENDIAN = plain("1.2.840.10008.1.2.2", "Explicit VR Big Endian", true, true);
    /** Deflated Explicit VR Little Endian. */
    public static final TransferSyntax DEFLATED = new TransferSyntax("1.2.840.10008.1.2.1.99",
            "Deflated Explicit VR Little Endian", true, false, true, Compression.NONE);

    private static final String OF_PIXELS = "1.2.840.10008.1.2.4.";
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final Map<String, Compression> COMPRESSIONS = Map.of("50", Compression.JPEG, "51", Compression.JPEG,
            "57", Compression.JPEG_LOSSLESS, "70", Compression.JPEG_LOSSLESS, "80", Compression.JPEG_LS, "81",
            Compression.JPEG_LS, "90", Compression.JPEG_2000, "91", Compression.JPEG_2000);
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("50", "JPEG Baseline"),
            Map.entry("51", "JPEG Extended"), Map.entry("57", "JPEG Lossless"), Map.entry("70", "JPEG Lossless SV1"),
            Map.entry("80", "JPEG-LS Lossless"), Map.entry("81", "JPEG-LS Near-Lossless"),
            Map.entry("90", "JPEG 2000 Lossless"), Map.entry("91", "JPEG 2000"),
            Map.entry("92", "JPEG 2000 Part 2 Lossless"), Map.entry("93", "JPEG 2000 Part 2"),
            Map.entry("94", "JPIP Referenced"), Map.entry("95", "JPIP Referenced Deflate"),
            Map.entry("100", "MPEG-2 Main Profile"), Map.entry("101", "MPEG-2 High Level"),
            Map.entry("102", "MPEG-4 AVC/H.264 High Profile"), Map.entry("103", "MPEG-4 AVC/H.264 BD-compatible"),
            Map.entry("104", "MPEG-4 AVC/H.264 2D"), Map.entry("105", "MPEG-4 AVC/H.264 3D"),
            Map.entry("106", "MPEG-4 AVC/H.264 Stereo"), Map.entry("107", "HEVC/H.265 Main"),
            Map.entry("108", "HEVC/H.265 Main 10"), Map.entry("110", "JPEG XL Lossless"),
            Map.entry("111", "JPEG XL Recompression"), Map.entry("112", "JPEG XL"),
            Map.entry("201", "High-Throughput JPEG 2000 Lossless"),
            Map.entry("202", "High-Throughput JPEG 2000 RPCL Lossless"), Map.entry("203", "High-Throughput JPEG 2000"));

    private static TransferSyntax plain(String uid, String name, boolean explicit, boolean bigEndian) {
        return new TransferSyntax(uid, name, explicit, bigEndian, false, Compression.NONE);
    }

    /** The transfer syntax of an identifier; all that isn't native is explicit and little-endian (PS3.5, A.4). */
    public static TransferSyntax of(String uid) {
        for (TransferSyntax each : new TransferSyntax[] {IMPLICIT, EXPLICIT, BIG_ENDIAN, DEFLATED}) {
            if (each.uid.equals(uid)) {
                return each;
            }
        }
        if (uid.equals(RLE)) {
            return new TransferSyntax(uid, "RLE Lossless", true, false, false, Compression.RLE);
        }
        String kind = uid.startsWith(OF_PIXELS) ? uid.substring(OF_PIXELS.length()) : "";
        return new TransferSyntax(uid, NAMES.getOrDefault(kind, uid.isEmpty() ? "unknown" : uid), true, false, false,
                COMPRESSIONS.getOrDefault(kind, Compression.OTHER));
    }

    /** The same with or without value representations, for files that don't do what they say. */
    TransferSyntax withExplicit(boolean newExplicit) {
        return new TransferSyntax(uid, name, newExplicit, bigEndian, deflated, compression);
    }
}
