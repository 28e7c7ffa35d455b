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

/**
 * Gives the places of a document one after the other, without a gap: the platform joins neighbours of one colour by
 * adding their lengths. What is very long stays plain.
 */
final class LineScanner implements ITokenScanner {

    private static final int LONGEST_DOCUMENT = 4 << 20;
    private static final int LONGEST_LINE = 20_000;

    private final LineColouring colouring;
    private final Function<Hue, TextAttribute> attributes;
    private final Deque<Placed> waiting = new ArrayDeque<>();
    private IDocument document;
    private int line;
    private int reached;
    private int end;
    private Placed current;

    /** A place of the document; one without a hue is plain. */
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
        reached = offset;
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
        return current.hue() == null ? Token.UNDEFINED : new Token(attributes.apply(current.hue()));
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
                    int start = region.getOffset() + span.start();
                    add(start, null);
                    add(start + span.length(), span.hue());
                }
            }
            return true;
        } catch (BadLocationException e) {
            // the document changed meanwhile, and will be looked at again
            return false;
        }
    }

    /** Adds what lies between the last place and an offset, as far as it was asked for. */
    private void add(int until, Hue hue) {
        int to = Math.min(until, end);
        if (to > reached) {
            waiting.add(new Placed(reached, to - reached, hue));
            reached = to;
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
