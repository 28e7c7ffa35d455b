// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Decodes the files of one format, told by how they begin. What the decoder of its format refuses stays refused: no
 * other is asked.
 */
interface Decoder {

    /**
     * Looks at the header of a file.
     *
     * @param content what is in it
     * @return the image, not yet decoded; empty if the file is not of this decoder's format
     * @throws UnreadableImageException if it is of the format but damaged, of a kind that can't be read, too large or
     *         too small
     */
    Optional<OpenedImage> open(byte[] content) throws UnreadableImageException;
}
