// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Writes data sets in little-endian order (PS3.5, 7): one that was read from such a file comes out as it was, byte for byte.
 * Sequences are kept on a stack of its own, so that no depth is too much.
 */
public final class DataSetWriter {
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final Map<Object, Long> lengths = new IdentityHashMap<>();

    /** @param out is not closed */
    public DataSetWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a whole file; a big-endian one becomes {@link TransferSyntax#EXPLICIT}, a deflated one is unpacked.
     *
     * @throws IOException if writing fails, or reading what is still in the file that it comes from
     */
    public void write(DicomFile file) throws IOException {
        if (file.preamble().length > 0) {
            out.write(file.preamble());
            out.write(new byte[] {'D', 'I', 'C', 'M'});
        }
        write(file.meta(), true);
        write(file.data(), file.syntax().explicit());
        out.write(file.trailing());
    }

    /** What is still to be written: a data set or the items of a sequence. */
    private record Level(Iterator<?> left, boolean explicit, Tag endTag, boolean open) {
    }

    /**
     * Writes a data set.
     *
     * @param explicit whether with value representations
     */
    public void write(DataSet set, boolean explicit) throws IOException {
        measure(set, explicit);
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(set.elements().iterator(), explicit, Tag.ITEM_END, false));
        while (!levels.isEmpty()) {
            Level level = levels.element();
            if (level.left().hasNext()) {
                next(level, levels);
                continue;
            }
            levels.pop();
            if (level.open()) {
                tag(level.endTag(), 0);
            }
        }
        lengths.clear();
    }

    private void next(Level level, Deque<Level> levels) throws IOException {
        Object next = level.left().next();
        if (next instanceof DataSet item) {
            tag(Tag.ITEM, item.open() ? UNDEFINED : lengths.get(item));
            levels.push(new Level(item.elements().iterator(), level.explicit(), Tag.ITEM_END, item.open()));
        } else {
            element((Element) next, level.explicit(), levels);
        }
    }

    private void element(Element element, boolean explicit, Deque<Level> levels) throws IOException {
        if (element.value() instanceof Value.Items items) {
            head(element, items.open() ? UNDEFINED : lengths.get(items), explicit);
            levels.push(new Level(items.sets().iterator(), explicit && !items.implicit(), Tag.SEQUENCE_END, items.open()));
        } else if (element.value() instanceof Value.Fragments fragments) {
            head(element, UNDEFINED, explicit);
            tag(Tag.ITEM, fragments.table().length());
            copy(fragments.table(), Vr.OB);
            for (Value.Stored piece : fragments.pieces()) {
                tag(Tag.ITEM, piece.length());
                copy(piece, Vr.OB);
            }
            tag(Tag.SEQUENCE_END, 0);
        } else {
            head(element, length(element.value()), explicit);
            if (element.value() instanceof Value.Bytes bytes) {
                out.write(bytes.content());
            } else {
                copy((Value.Stored) element.value(), element.vr());
            }
        }
    }

    private void copy(Value.Stored stored, Vr vr) throws IOException {
        for (long done = 0; done < stored.length(); done += CHUNK) {
            out.write(stored.readLittleEndian(done, (int) Math.min(CHUNK, stored.length() - done), vr));
        }
    }

    private void tag(Tag tag, long length) throws IOException {
        number(tag.group(), 2);
        number(tag.element(), 2);
        number(length, 4);
    }

    private void head(Element element, long length, boolean explicit) throws IOException {
        if (!explicit) {
            tag(element.tag(), length);
            return;
        }
        number(element.tag().group(), 2);
        number(element.tag().element(), 2);
        out.write(element.vr().name().charAt(0));
        out.write(element.vr().name().charAt(1));
        if (element.vr().longForm()) {
            number(0, 2);
            number(length, 4);
        } else if (length <= 0xFFFF) {
            number(length, 2);
        } else {
            throw new UnreadableImageException("holds more in its element " + element.tag() + " than its kind can be written with");
        }
    }

    private void number(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }

    private static long length(Value value) {
        return value instanceof Value.Bytes bytes ? bytes.content().length : ((Value.Stored) value).length();
    }

    /** Finds the lengths of nested data sets and sequences, the innermost first. */
    private void measure(DataSet set, boolean explicit) {
        Deque<Measured> todo = new ArrayDeque<>(List.of(new Measured(set, explicit)));
        Deque<Measured> inner = new ArrayDeque<>();
        while (!todo.isEmpty()) {
            Measured next = todo.pop();
            inner.push(next);
            for (Element element : next.set().elements()) {
                if (element.value() instanceof Value.Items items) {
                    items.sets().forEach(item -> todo.push(new Measured(item, next.explicit() && !items.implicit())));
                }
            }
        }
        for (Measured next : inner) {
            long length = 0;
            for (Element element : next.set().elements()) {
                length += length(element, next.explicit());
            }
            lengths.put(next.set(), length);
        }
    }

    private record Measured(DataSet set, boolean explicit) {
    }

    private long length(Element element, boolean explicit) {
        long head = explicit && element.vr().longForm() ? 12 : 8;
        if (element.value() instanceof Value.Items items) {
            long length = items.sets().stream().mapToLong(item -> 8 + lengths.get(item) + (item.open() ? 8 : 0)).sum();
            lengths.put(items, length);
            return head + length + (items.open() ? 8 : 0);
        }
        if (element.value() instanceof Value.Fragments fragments) {
            return head + 16 + fragments.table().length()
                    + fragments.pieces().stream().mapToLong(piece -> 8 + piece.length()).sum();
        }
        return head + length(element.value());
    }
}
