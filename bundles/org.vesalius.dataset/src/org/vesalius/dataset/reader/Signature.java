// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.nio.charset.StandardCharsets;

/** What files begin with. */
final class Signature {
    private Signature() {
    }

    static boolean begins(byte[] content, String magic) {
        return stands(content, 0, magic);
    }

    static boolean stands(byte[] content, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (content[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Why a file that no decoder knows is refused. */
    static UnreadableImageException unknown(byte[] content) {
        return new UnreadableImageException(ForeignFormat.of(content).map(ForeignFormat::reason)
                .orElse("is no picture, or of an unknown format"));
    }
}
