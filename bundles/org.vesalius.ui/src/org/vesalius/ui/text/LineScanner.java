// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.vesalius.ui.text.LineColouring.Hue;
import org.vesalius.ui.text.LineColouring.Span;

/** Gives the coloured places of the lines of a document one after the other. What is very long stays plain. */
final class LineScanner implements ITokenScanner {

    private static final int LONGEST_DOCUMENT = 4 << 20;
    private static final int LONGEST_LINE = 20_000;

    private final LineColouring colouring;
    private final Function<Hue, TextAttribute> attributes;
    private final Deque<Placed> waiting = new ArrayDeque<>();
    private IDocument document;
    private int line;
    private int end;
    private Placed current;

    /** A coloured place of the document. */
    private record Placed(int offset, int length, Hue hue) {
    }

    LineScanner(LineColouring colouring, Function<Hue, TextAttribute> attributes) {
        this.colouring = colouring;
        this.attributes = attributes;
    }

    @Override
    public void setRange(IDocument newDocument, int offset, int length) {
        document = newDocument;
        end = document.getLength() > LONGEST_DOCUMENT ? 0 : offset + length;
        waiting.clear();
        try {
            line = document.getLineOfOffset(offset);
        } catch (BadLocationException e) {
            throw new IllegalArgumentException("there is no such place in the document", e);
        }
    }

    @Override
    public IToken nextToken() {
        while (waiting.isEmpty()) {
            if (!readLine()) {
                return Token.EOF;
            }
        }
        current = waiting.poll();
        return new Token(attributes.apply(current.hue()));
    }

    /** Reads the next line; false where there is none. */
    private boolean readLine() {
        try {
            if (line >= document.getNumberOfLines() || document.getLineOffset(line) >= end) {
                return false;
            }
            IRegion region = document.getLineInformation(line++);
            if (region.getLength() <= LONGEST_LINE) {
                for (Span span : colouring.spans(document.get(region.getOffset(), region.getLength()))) {
                    waiting.add(new Placed(region.getOffset() + span.start(), span.length(), span.hue()));
                }
            }
            return true;
        } catch (BadLocationException e) {
            // the document changed meanwhile, and will be looked at again
            return false;
        }
    }

    @Override
    public int getTokenOffset() {
        return current.offset();
    }

    @Override
    public int getTokenLength() {
        return current.length();
    }
}
