// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;
import ij.plugin.PGM_Reader;
import ij.process.ImageProcessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decodes with ImageJ what ImageIO does not know: PGM and PPM (grey and colour, 8 and 16 bits), and the rarer kinds of
 * TIFF. ImageJ tells errors by dialogs and on the console, so it is given only files whose header was found sound.
 */
final class ImageJDecoder implements Decoder {
    private static final float FULL = 255f;
    private static final float FULL_16_BIT = 65_535f;

    @Override
    public Optional<PixelImage> decode(Path file, byte[] content) throws IOException {
        Optional<PnmHeader> pnm = PnmHeader.of(content);
        if (pnm.isPresent()) {
            return Optional.of(decodePnm(file, content, pnm.get()));
        }
        return isTiff(content) ? Optional.of(decodeTiff(file, content)) : Optional.empty();
    }

    private static PixelImage decodePnm(Path file, byte[] content, PnmHeader header) throws IOException {
        header.requireReadable(content.length);
        try {
            ImageStack stack = new PGM_Reader().openFile(file.toString());
            float full = header.maximum() > FULL ? header.maximum() : FULL;
            return header.color() && stack.getSize() == 3 ? ofPlanes(stack, full) : of(stack.getProcessor(1), full);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableImageException("is damaged, or of a kind that can't be read", e);
        }
    }

    private static PixelImage decodeTiff(Path file, byte[] content) throws IOException {
        try {
            FileInfo info = new TiffDecoder(new ByteArrayInputStream(content), "picture.tif").getTiffInfo()[0];
            new PictureSize(info.width, info.height).requireUsable();
            requireWhole(info, content.length);
            info.directory = file.getParent() + file.getFileSystem().getSeparator();
            info.fileName = file.getFileName().toString();
            ImagePlus image = new FileOpener(info).openImage();
            if (image == null) {
                throw new UnreadableImageException("is a TIFF of a kind that can't be read");
            }
            return of(image.getProcessor(), FULL_16_BIT);
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableImageException("is damaged, or a TIFF of a kind that can't be read", e);
        }
    }

    private static void requireWhole(FileInfo info, long length) throws UnreadableImageException {
        if (info.stripOffsets == null || info.stripLengths == null) {
            throw new UnreadableImageException("is a TIFF without picture data");
        }
        for (int i = 0; i < info.stripOffsets.length; i++) {
            long offset = Integer.toUnsignedLong(info.stripOffsets[i]);
            if (offset + Integer.toUnsignedLong(info.stripLengths[i]) > length) {
                throw new UnreadableImageException("is truncated: part of the picture is missing");
            }
        }
    }

    private static boolean isTiff(byte[] content) {
        if (content.length < 8) {
            return false;
        }
        boolean little = content[0] == 'I' && content[1] == 'I' && content[2] == 42 && content[3] == 0;
        boolean big = content[0] == 'M' && content[1] == 'M' && content[2] == 0 && content[3] == 42;
        return little || big;
    }

    private static PixelImage of(ImageProcessor processor, float full16Bit) {
        boolean color = processor.getBitDepth() == 24;
        int channels = color ? 3 : 1;
        float factor = processor.getBitDepth() == 16 ? FULL / full16Bit : 1;
        float[] values = new float[processor.getPixelCount() * channels];
        for (int i = 0; i < processor.getPixelCount(); i++) {
            if (color) {
                int rgb = processor.get(i);
                values[i * 3] = rgb >> 16 & 0xFF;
                values[i * 3 + 1] = rgb >> 8 & 0xFF;
                values[i * 3 + 2] = rgb & 0xFF;
            } else {
                values[i] = processor.getf(i) * factor;
            }
        }
        return new PixelImage(processor.getHeight(), processor.getWidth(), channels, values);
    }

    private static PixelImage ofPlanes(ImageStack stack, float full) {
        int pixels = stack.getWidth() * stack.getHeight();
        float factor = stack.getBitDepth() == 16 ? FULL / full : 1;
        float[] values = new float[pixels * 3];
        for (int c = 0; c < 3; c++) {
            ImageProcessor plane = stack.getProcessor(c + 1);
            for (int i = 0; i < pixels; i++) {
                values[i * 3 + c] = plane.getf(i) * factor;
            }
        }
        return new PixelImage(stack.getHeight(), stack.getWidth(), 3, values);
    }
}
