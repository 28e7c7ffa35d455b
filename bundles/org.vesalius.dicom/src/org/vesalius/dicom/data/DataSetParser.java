// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Reads the elements of a data set (PS3.5, 7). Sequences are kept on a stack of its own, so that no depth is too much; no length is
 * believed beyond the end of what is around it.
 */
final class DataSetParser {
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int MOST_ELEMENTS = 4_000_000;

    private final Cursor cursor;
    private final TransferSyntax syntax;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int count;

    DataSetParser(Cursor cursor, TransferSyntax syntax) {
        this.cursor = cursor;
        this.syntax = syntax;
    }

    /** A data set or a sequence that is being read. */
    private static final class Level {
        final boolean sequence;
        final boolean open;
        final boolean implicit;
        final boolean bigEndian;
        /** Where it ends, or what is around it. */
        final long end;
        final List<Element> elements = new ArrayList<>();
        final List<DataSet> sets = new ArrayList<>();
        Tag tag = Tag.ITEM;
        Vr vr = Vr.SQ;

        Level(boolean sequence, boolean open, boolean implicit, boolean bigEndian, long end) {
            this.sequence = sequence;
            this.open = open;
            this.implicit = implicit;
            this.bigEndian = bigEndian;
            this.end = end;
        }
    }

    /**
     * What stands before a value.
     *
     * @param length of the value; {@link #UNDEFINED} where a delimiter ends it
     */
    private record Head(Tag tag, Vr vr, long length) {
        boolean undefined() {
            return length == UNDEFINED;
        }
    }

    /** The elements of the group 0002 that a file begins with. */
    DataSet meta() throws IOException {
        Level level = new Level(false, false, !syntax.explicit(), false, cursor.source().length());
        levels.push(level);
        while (cursor.left() >= 8 && cursor.peekShort(0, false) == 2) {
            element(level);
            if (levels.size() > 1) {
                throw new UnreadableImageException("is damaged: its file meta information holds a sequence");
            }
        }
        levels.clear();
        return new DataSet(level.elements, false);
    }

    /** All elements up to the end of the source. What pads it out is left. */
    DataSet all() throws IOException {
        Level top = new Level(false, false, !syntax.explicit(), syntax.bigEndian(), cursor.source().length());
        levels.push(top);
        while (levels.size() > 1 || !padding()) {
            Level level = levels.element();
            if (level.sequence) {
                item(level);
            } else if (!ends(level)) {
                element(level);
            }
        }
        return new DataSet(top.elements, false);
    }

    private boolean padding() throws IOException {
        return cursor.left() < 8 || cursor.peekInt(0, false) == 0 && cursor.peekInt(4, false) == 0;
    }

    /** Ends a data set in a sequence where its end is reached. */
    private boolean ends(Level level) throws IOException {
        if (levels.size() == 1) {
            return false;
        }
        if (!level.open && cursor.position() == level.end) {
            close(level);
            return true;
        }
        if (level.open && tag(level).equals(Tag.ITEM_END)) {
            cursor.skip(8);
            close(level);
            return true;
        }
        return false;
    }

    private void close(Level level) {
        levels.pop();
        levels.element().sets.add(new DataSet(level.elements, level.open));
    }

    private Tag tag(Level level) throws IOException {
        return Tag.of(cursor.peekShort(0, level.bigEndian), cursor.peekShort(2, level.bigEndian));
    }

    private void item(Level level) throws IOException {
        if (!level.open && cursor.position() == level.end) {
            closeSequence(level);
            return;
        }
        Tag tag = tag(level);
        long length = cursor.peekInt(4, level.bigEndian);
        cursor.skip(8);
        if (level.open && tag.equals(Tag.SEQUENCE_END)) {
            closeSequence(level);
        } else if (tag.equals(Tag.ITEM)) {
            counted();
            levels.push(new Level(false, length == UNDEFINED, level.implicit, level.bigEndian, end(level, length, tag)));
        } else {
            throw new UnreadableImageException("is damaged: in its sequence " + level.tag + " the element " + tag
                    + " stands where an item should begin");
        }
    }

    private void closeSequence(Level level) {
        levels.pop();
        boolean within = level.vr == Vr.UN;
        levels.element().elements.add(new Element(level.tag, level.vr, new Value.Items(level.sets, level.open, within)));
    }

    /** Where a value ends. */
    private long end(Level level, long length, Tag tag) throws UnreadableImageException {
        if (length == UNDEFINED) {
            return level.end;
        }
        long left = level.end - cursor.position();
        if (length > left) {
            throw new UnreadableImageException((level.end == cursor.source().length() ? "is truncated or damaged" : "is damaged")
                    + ": its element " + tag + " says that it is " + length + " bytes long, and " + Math.max(0, left)
                    + " are left");
        }
        return cursor.position() + length;
    }

    private void counted() throws UnreadableImageException {
        if (++count > MOST_ELEMENTS) {
            throw new UnreadableImageException("holds more elements than can be read");
        }
    }

    private void element(Level level) throws IOException {
        counted();
        Head head = head(level);
        long end = end(level, head.length(), head.tag());
        boolean unknown = head.vr() == Vr.UN && head.undefined();
        if (head.tag().isPixels() && head.undefined()) {
            level.elements.add(new Element(head.tag(), head.vr(), fragments(level)));
        } else if (head.vr() == Vr.SQ || unknown) {
            // PS3.5, 6.2.2: in those of unknown representation elements are implicit and little-endian
            Level sequence = new Level(true, head.undefined(), level.implicit || unknown, level.bigEndian && !unknown, end);
            sequence.tag = head.tag();
            sequence.vr = head.vr();
            levels.push(sequence);
        } else if (head.undefined()) {
            throw new UnreadableImageException("is damaged: its element " + head.tag() + " has no length");
        } else {
            level.elements.add(new Element(head.tag(), head.vr(), value(level, head)));
        }
    }

    private Head head(Level level) throws IOException {
        Tag tag = tag(level);
        if (level.implicit) {
            long length = cursor.peekInt(4, level.bigEndian);
            cursor.skip(8);
            Vr vr = Dictionary.ofDicom().vr(tag);
            // in the default transfer syntax nothing else than a sequence has no length
            boolean sequence = length == UNDEFINED && !tag.isPixels();
            return new Head(tag, sequence ? Vr.SQ : vr, length);
        }
        int first = cursor.peek(4);
        int second = cursor.peek(5);
        Vr vr = Vr.of(first, second).orElse(Vr.UN);
        if (vr == Vr.UN && !(Character.isUpperCase(first) && Character.isUpperCase(second))) {
            throw new UnreadableImageException("is damaged: its element " + tag + " has no value representation");
        }
        long length = vr.longForm() ? cursor.peekInt(8, level.bigEndian) : cursor.peekShort(6, level.bigEndian);
        cursor.skip(vr.longForm() ? 12 : 8);
        return new Head(tag, vr, length);
    }

    private Value value(Level level, Head head) throws IOException {
        boolean swapped = level.bigEndian && head.vr().unit() > 1;
        if (head.length() > Value.SHORT || head.tag().isPixels()) {
            Value stored = new Value.Stored(cursor.source(), cursor.position(), head.length(), swapped);
            cursor.skip(head.length());
            return stored;
        }
        byte[] bytes = cursor.bytes((int) head.length());
        return new Value.Bytes(swapped ? ByteSwap.swapped(bytes, head.vr().unit()) : bytes);
    }

    private Value fragments(Level level) throws IOException {
        List<Value.Stored> pieces = new ArrayList<>();
        while (true) {
            Tag tag = tag(level);
            long length = cursor.peekInt(4, level.bigEndian);
            cursor.skip(8);
            if (tag.equals(Tag.SEQUENCE_END)) {
                break;
            }
            if (!tag.equals(Tag.ITEM) || length == UNDEFINED) {
                throw new UnreadableImageException("is damaged: something else than a piece stands among its compressed pixels");
            }
            end(level, length, Tag.PIXEL_DATA);
            counted();
            pieces.add(new Value.Stored(cursor.source(), cursor.position(), length, false));
            cursor.skip(length);
        }
        if (pieces.isEmpty()) {
            throw new UnreadableImageException("is damaged: its compressed pixels have no offset table");
        }
        return new Value.Fragments(pieces.get(0), pieces.subList(1, pieces.size()));
    }
}
