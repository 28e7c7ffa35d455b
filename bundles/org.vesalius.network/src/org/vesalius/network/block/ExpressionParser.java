// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.network.block.Expression.Term;

/**
 * Reads an {@link Expression} by recursive descent: a sum of products of signed powers. How deep it descends is bounded
 * by the length of the text.
 */
final class ExpressionParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");

    private final String text;
    private final String source;
    private int at;

    ExpressionParser(String text) {
        this.text = text == null ? "" : text.strip();
        if (this.text.isEmpty()) {
            throw new IllegalArgumentException("there is no calculation");
        }
        if (this.text.length() > Expression.LONGEST) {
            throw new IllegalArgumentException("it is longer than " + Expression.LONGEST + " characters");
        }
        // what word processors and people make of the signs
        source = this.text.replace('−', '-').replace('·', '*').replace('×', '*').replace('÷', '/');
    }

    Expression parse() {
        Term term = sum();
        if (peek() != 0) {
            throw unexpected();
        }
        return new Expression(text, term);
    }

    private Term sum() {
        Term left = product();
        while (peek() == '+' || peek() == '-') {
            boolean plus = take() == '+';
            Term before = left;
            Term right = product();
            left = plus ? (i, n) -> before.at(i, n) + right.at(i, n) : (i, n) -> before.at(i, n) - right.at(i, n);
        }
        return left;
    }

    private Term product() {
        Term left = signed();
        while (peek() == '*' || peek() == '/') {
            boolean times = take() == '*';
            Term before = left;
            Term right = signed();
            left = times ? (i, n) -> before.at(i, n) * right.at(i, n) : (i, n) -> before.at(i, n) / right.at(i, n);
        }
        return left;
    }

    private Term signed() {
        if (peek() == '+') {
            take();
            return signed();
        }
        if (peek() == '-') {
            take();
            Term positive = signed();
            return (i, n) -> -positive.at(i, n);
        }
        return power();
    }

    private Term power() {
        Term base = atom();
        if (peek() != '^') {
            return base;
        }
        take();
        Term exponent = signed();
        return (i, n) -> Math.pow(base.at(i, n), exponent.at(i, n));
    }

    private Term atom() {
        char next = peek();
        if (next == '(') {
            return bracket();
        }
        if (next == 'i' || next == 'n') {
            take();
            return next == 'i' ? (i, n) -> i : (i, n) -> n;
        }
        return number();
    }

    private Term bracket() {
        take();
        Term inside = sum();
        if (peek() != ')') {
            throw peek() == 0 ? new IllegalArgumentException("a bracket is not closed") : unexpected();
        }
        take();
        return inside;
    }

    private Term number() {
        Matcher matcher = NUMBER.matcher(source).region(Math.min(at, source.length()), source.length());
        if (!matcher.lookingAt()) {
            throw peek() == 0 ? new IllegalArgumentException("it ends where a number, i or n is expected")
                    : unexpected();
        }
        at = matcher.end();
        double value = Double.parseDouble(matcher.group());
        return (i, n) -> value;
    }

    /** The next sign behind blanks; 0 at the end. */
    private char peek() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at < source.length() ? source.charAt(at) : 0;
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("'" + text.charAt(at) + "' at place " + (at + 1)
                + " is not expected; there are numbers, i, n, + - * / ^ and brackets");
    }
}
