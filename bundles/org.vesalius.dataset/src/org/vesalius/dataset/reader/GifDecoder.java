// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.Optional;

/** Decodes GIF files of one picture that fills its screen (GIF 89a, sections 18 and 20). */
final class GifDecoder implements Decoder {
    private final Decoder platform = new PlatformDecoder("gif", "GIF8");

    @Override
    public Optional<Picture> open(byte[] content) throws UnreadableImageException {
        Optional<Picture> picture = platform.open(content);
        if (picture.isPresent() && !picture.get().size().equals(screen(content))) {
            throw new UnreadableImageException("is a GIF whose picture doesn't fill its screen of " + screen(content));
        }
        return picture;
    }

    private static PictureSize screen(byte[] content) {
        return new PictureSize(content[6] & 0xFF | (content[7] & 0xFF) << 8,
                content[8] & 0xFF | (content[9] & 0xFF) << 8);
    }
}
