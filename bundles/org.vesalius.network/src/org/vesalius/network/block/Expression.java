// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

/**
 * A calculation that gives an attribute its value in each repetition of a block, such as {@code 64*2^i}: numbers, the
 * count {@code i} of the repetition from 0, their number {@code n}, {@code + - * / ^} and brackets. {@code ^} binds
 * before the sign and to the right, and {@code 0^0} is 1, so that {@code 2-0^i} is 1 at first and 2 later. Immutable.
 */
public final class Expression {
    /** Longest text that is read, in characters. */
    static final int LONGEST = 200;

    private final String text;
    private final Term term;

    Expression(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    /**
     * Reads a calculation.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong and where
     */
    public static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /**
     * The value in one repetition.
     *
     * @param i the repetition, from 0
     * @param n how many there are
     * @return any double; not finite where the calculation divides by 0 or grows too large
     */
    public double at(int i, int n) {
        return term.at(i, n);
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }

    /** A part of a calculation. */
    @FunctionalInterface
    interface Term {
        double at(double i, double n);
    }
}
