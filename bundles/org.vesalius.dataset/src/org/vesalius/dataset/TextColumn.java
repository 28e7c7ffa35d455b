// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of one column, in blocks of rows that are stored as suits each. Immutable. */
final class TextColumn {
    private static final int SHIFT = 14;
    private static final int BLOCK = 1 << SHIFT;

    private final List<TextBlock> blocks;
    private final int size;

    private TextColumn(List<TextBlock> blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    String get(int row) {
        return blocks.get(row >> SHIFT).get(row & BLOCK - 1);
    }

    int size() {
        return size;
    }

    /** Takes the texts one by one. */
    static final class Builder {
        private final List<TextBlock> blocks = new ArrayList<>();
        // grows with the rows, since there may be thousands of columns of few
        private final List<String> pending = new ArrayList<>();
        private boolean varied;

        void add(String text) {
            pending.add(text);
            if (pending.size() == BLOCK) {
                store();
            }
        }

        int size() {
            return blocks.size() * BLOCK + pending.size();
        }

        TextColumn build() {
            int size = size();
            if (!pending.isEmpty()) {
                store();
            }
            return new TextColumn(List.copyOf(blocks), size);
        }

        private void store() {
            // where texts differ in one block they do in the next, and needn't be counted again
            Optional<CodedBlock> coded = varied ? Optional.empty() : CodedBlock.of(pending);
            varied = coded.isEmpty();
            blocks.add(varied ? PackedBlock.of(pending) : coded.get());
            pending.clear();
        }
    }
}

/** Texts of some rows. */
interface TextBlock {

    String get(int index);
}

/** Few texts that repeat, and for each row which of them it is. */
record CodedBlock(String[] texts, char[] codes) implements TextBlock {
    private static final int SHARE = 8;

    /** Empty where there are so many texts that writing them out takes less than naming them. */
    static Optional<CodedBlock> of(List<String> rows) {
        Map<String, Integer> places = new HashMap<>();
        List<String> texts = new ArrayList<>();
        char[] codes = new char[rows.size()];
        for (int i = 0; i < codes.length; i++) {
            Integer place = places.putIfAbsent(rows.get(i), texts.size());
            if (place == null) {
                place = texts.size();
                texts.add(rows.get(i));
            }
            if (texts.size() > rows.size() / SHARE + 1) {
                return Optional.empty();
            }
            codes[i] = (char) place.intValue();
        }
        return Optional.of(new CodedBlock(texts.toArray(String[]::new), codes));
    }

    @Override
    public String get(int index) {
        return texts[codes[index]];
    }
}

/** Texts one after another in UTF-8, and where each ends. */
record PackedBlock(byte[] bytes, int[] ends) implements TextBlock {
    private static final int USUAL_BYTES = 8;

    static PackedBlock of(List<String> rows) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(rows.size() * USUAL_BYTES);
        int[] ends = new int[rows.size()];
        for (int i = 0; i < ends.length; i++) {
            all.writeBytes(rows.get(i).getBytes(StandardCharsets.UTF_8));
            ends[i] = all.size();
        }
        return new PackedBlock(all.toByteArray(), ends);
    }

    @Override
    public String get(int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }
}
