// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import ij.io.FileInfo;
import ij.io.ImageReader;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Decodes PGM and PPM of any largest value: binary samples with ImageJ, and samples in digits. */
final class PnmDecoder implements Decoder {
    private static final float FULL = 255;
    private static final int BYTES_PER_VALUE = 4;

    @Override
    public Optional<OpenedImage> open(byte[] content) throws UnreadableImageException {
        Optional<PnmHeader> found = PnmHeader.of(content);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PnmHeader header = found.get();
        header.requireReadable(content.length);
        header.requireOnly(content);
        long bytes = header.size().width() * header.size().height() * (header.channels() + 3) * BYTES_PER_VALUE;
        return Optional.of(new OpenedImage(header.size(), bytes, 1, () -> decode(header, content)));
    }

    private static StoredPixels decode(PnmHeader header, byte[] content) throws UnreadableImageException {
        int height = (int) header.size().height();
        int width = (int) header.size().width();
        float[] values = new float[height * width * header.channels()];
        Values stored = header.text() ? new Text(content, header.length()) : new Binary(header, content);
        SampleType type = SampleType.unsigned(header.maximum() == 65_535 ? 16 : header.maximum() > FULL ? 15 : 8);
        float factor = (float) (type.greatest() / header.maximum());
        for (int i = 0; i < values.length; i++) {
            int value = stored.next();
            if (value > header.maximum()) {
                throw new UnreadableImageException("is damaged: a value is above the largest one in its header");
            }
            values[i] = value * factor;
        }
        boolean whole = factor == Math.rint(factor);
        return StoredPixels.of(height, width, header.channels(), new SampleType(type.bits(), false, !whole), values);
    }

    /** The values one after the other. */
    private interface Values {
        int next() throws UnreadableImageException;
    }

    /** Values of one or two bytes, the higher one first. */
    private static final class Binary implements Values {
        private final Object samples;
        private int at;

        Binary(PnmHeader header, byte[] content) {
            FileInfo info = new FileInfo();
            info.fileType = header.maximum() > FULL ? FileInfo.GRAY16_UNSIGNED : FileInfo.GRAY8;
            info.width = (int) header.size().width() * header.channels();
            info.height = (int) header.size().height();
            info.offset = header.length();
            samples = new ImageReader(info).readPixels(new ByteArrayInputStream(content));
        }

        @Override
        public int next() {
            return samples instanceof short[] words ? words[at++] & 0xFFFF : ((byte[]) samples)[at++] & 0xFF;
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
