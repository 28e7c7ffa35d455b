// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** How the bytes of a TIFF tile are packed. Each unpacks to an exact length, or refuses. */
interface TiffCompression {

    /** Unpacks a tile into exactly this many bytes. */
    byte[] unpack(byte[] packed, int length) throws UnreadableImageException;

    /** That of a code; none of JPEG and fax, which are no mere packing. */
    static TiffCompression of(int code) throws UnreadableImageException {
        return switch (code) {
            case 1 -> new Plain();
            case 5 -> new Lzw();
            case 8, 32_946 -> new Deflate();
            case 32_773 -> new PackBits();
            default -> throw new UnreadableImageException("is a TIFF packed by " + Named.of(code)
                    + ", which can't be read; save it uncompressed, or with LZW or Deflate");
        };
    }

    /** Compressions that are known by name only. */
    final class Named {
        private static final Map<Integer, String> NAMES = Map.of(6, "JPEG of the old style", 9, "JBIG", 10, "JBIG",
                32_771, "CCITT RLE/W", 34_712, "JPEG 2000", 34_925, "LZMA", 50_000, "Zstandard", 50_001, "WebP",
                50_002, "JPEG XL");

        private Named() {
        }

        static String of(int code) {
            return NAMES.getOrDefault(code, "compression " + code);
        }
    }

    /** Not packed. */
    final class Plain implements TiffCompression {
        @Override
        public byte[] unpack(byte[] packed, int length) throws UnreadableImageException {
            if (packed.length < length) {
                throw truncated();
            }
            return packed;
        }
    }

    /** Deflate (RFC 1951, in the wrapping of RFC 1950). */
    final class Deflate implements TiffCompression {
        @Override
        public byte[] unpack(byte[] packed, int length) throws UnreadableImageException {
            byte[] out = new byte[length];
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(packed);
                int done = 0;
                while (done < length) {
                    int got = inflater.inflate(out, done, length - done);
                    if (got == 0) {
                        throw truncated();
                    }
                    done += got;
                }
                return out;
            } catch (DataFormatException e) {
                throw new UnreadableImageException("is damaged: its image data can't be unpacked", e);
            } finally {
                inflater.end();
            }
        }
    }

    /** PackBits (TIFF 6.0, section 9). */
    final class PackBits implements TiffCompression {
        @Override
        public byte[] unpack(byte[] packed, int length) throws UnreadableImageException {
            byte[] out = new byte[length];
            int done = 0;
            int at = 0;
            while (done < length) {
                if (at + 1 >= packed.length) {
                    throw truncated();
                }
                int code = packed[at++];
                int count = Math.min(code < 0 ? 1 - code : code + 1, length - done);
                if (code >= 0) {
                    at = copy(packed, at, out, done, count);
                } else if (code != -128) {
                    Arrays.fill(out, done, done + count, packed[at++]);
                }
                done += code == -128 ? 0 : count;
            }
            return out;
        }

        private static int copy(byte[] packed, int at, byte[] out, int done, int count)
                throws UnreadableImageException {
            if (at + count > packed.length) {
                throw truncated();
            }
            System.arraycopy(packed, at, out, done, count);
            return at + count;
        }
    }

    private static UnreadableImageException truncated() {
        return new UnreadableImageException("is truncated: part of the image is missing");
    }
}
