// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.Optional;

/** Decodes PNG files. Checksums and the end are checked here, since the platform's decoder doesn't. */
final class PngDecoder implements Decoder {

    @Override
    public Optional<Picture> open(byte[] content) throws UnreadableImageException {
        if (!Signature.begins(content, PngChunks.SIGNATURE)) {
            return Optional.empty();
        }
        PngChunks chunks = PngChunks.of(content);
        return Optional.of(new Picture(chunks.size(), PlatformDecoder.bytes(chunks.size()), chunks.orientation(),
                () -> PlatformDecoder.decode("png", content, 0)));
    }
}
