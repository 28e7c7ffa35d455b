// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The text of a table whose rows are read one by one into memory: one that does not end is not read to its end. */
final class BoundedRows extends FilterReader {
    /** Characters that a row may have, give or take what is read ahead: a million numbers of 16 characters each. */
    static final int LONGEST = 1 << 24;

    private int read;

    BoundedRows(Reader text) {
        super(text);
    }

    /** Says that a row is complete. */
    void next() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int characters) throws InvalidArrayException {
        read += characters;
        if (read > LONGEST) {
            throw new InvalidArrayException("has a row of more than " + LONGEST + " characters");
        }
    }
}
