// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists of texts as arrays whose elements all have the length of the longest. */
final class FixedTexts {
    /** What Keras takes for the largest attribute that an object header holds. */
    private static final int LARGEST = 64512;

    private FixedTexts() {
    }

    /** The list in parts that each fit into an attribute. */
    static List<List<String>> parts(List<String> texts) {
        int most = Math.max(1, LARGEST / width(texts));
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < texts.size(); from += most) {
            parts.add(List.copyOf(texts.subList(from, Math.min(texts.size(), from + most))));
        }
        return parts;
    }

    /** Bytes of one element. */
    static int width(List<String> texts) {
        return texts.stream().mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).reduce(1, Math::max);
    }

    static byte[] bytes(List<String> texts) {
        int width = width(texts);
        byte[] all = new byte[width * texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, all, i * width, text.length);
        }
        return all;
    }
}
