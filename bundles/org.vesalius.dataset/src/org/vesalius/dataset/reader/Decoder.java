// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Decodes some formats of picture files. */
interface Decoder {

    /**
     * Decodes a picture.
     *
     * @param file where it is
     * @param content what is in it
     * @return the picture; empty if it is of none of this decoder's formats
     * @throws UnreadableImageException if it is of one of them but damaged, too large or too small
     */
    Optional<PixelImage> decode(Path file, byte[] content) throws IOException;
}
