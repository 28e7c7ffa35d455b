// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.Optional;

/** Decodes PGM and PPM, binary and as text, of any largest value. */
final class PnmDecoder implements Decoder {
    private static final float FULL = 255;
    private static final int BYTES_PER_VALUE = 4;

    @Override
    public Optional<Picture> open(byte[] content) throws UnreadableImageException {
        Optional<PnmHeader> found = PnmHeader.of(content);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PnmHeader header = found.get();
        header.requireReadable(content.length);
        long bytes = header.size().width() * header.size().height() * (header.channels() + 3) * BYTES_PER_VALUE;
        return Optional.of(new Picture(header.size(), bytes, 1, () -> decode(header, content)));
    }

    private static StoredPixels decode(PnmHeader header, byte[] content) throws UnreadableImageException {
        int height = (int) header.size().height();
        int width = (int) header.size().width();
        float[] values = new float[height * width * header.channels()];
        Values stored = header.text() ? new Text(content, header.length())
                : new Binary(content, header.length(), header.maximum() > 255 ? 2 : 1);
        boolean deep = header.maximum() == 65_535;
        float factor = deep ? 1 : FULL / header.maximum();
        for (int i = 0; i < values.length; i++) {
            int value = stored.next();
            if (value > header.maximum()) {
                throw new UnreadableImageException("is damaged: a value is above the largest one in its header");
            }
            values[i] = value * factor;
        }
        return new StoredPixels(height, width, header.channels(), SampleType.unsigned(deep ? 16 : 8), values);
    }

    /** The values one after the other. */
    private interface Values {
        int next() throws UnreadableImageException;
    }

    /** Values of one or two bytes, the higher one first. */
    private static final class Binary implements Values {
        private final byte[] content;
        private final int bytes;
        private int at;

        Binary(byte[] content, int start, int bytes) {
            this.content = content;
            this.at = start;
            this.bytes = bytes;
        }

        @Override
        public int next() {
            int value = 0;
            for (int i = 0; i < bytes; i++) {
                value = value << 8 | content[at++] & 0xFF;
            }
            return value;
        }
    }

    /** Values in digits. */
    private static final class Text implements Values {
        private final PnmHeader.Numbers numbers;

        Text(byte[] content, int start) {
            numbers = new PnmHeader.Numbers(content, start);
        }

        @Override
        public int next() throws UnreadableImageException {
            int value = numbers.next();
            if (value < 0) {
                throw new UnreadableImageException("is truncated or damaged: a value of it is missing");
            }
            return value;
        }
    }
}
