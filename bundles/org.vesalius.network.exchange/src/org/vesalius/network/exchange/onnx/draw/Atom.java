// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.List;

/** One indivisible axis. Two of the same size are still two: an atom is known by its identity. */
public final class Atom {
    /** The size of an axis that is not known. */
    public static final int UNKNOWN = -1;

    private final int size;
    private final boolean batch;

    private Atom(int size, boolean batch) {
        this.size = size;
        this.batch = batch;
    }

    /** An axis of a sample; its size may be {@link #UNKNOWN}. */
    public static Atom axis(int size) {
        return new Atom(size, false);
    }

    /** The samples; their number is {@link #UNKNOWN} unless the graph is made for one number only. */
    public static Atom batch(int size) {
        return new Atom(size, true);
    }

    public int size() {
        return size;
    }

    public boolean known() {
        return size != UNKNOWN;
    }

    public boolean isBatch() {
        return batch;
    }

    /** Whether leaving it out changes nothing. */
    public boolean isTrivial() {
        return size == 1 && !batch;
    }

    /** Those that are not trivial. */
    public static List<Atom> essential(List<Atom> atoms) {
        return atoms.stream().filter(atom -> !atom.isTrivial()).toList();
    }

    /** The product of their sizes; {@link #UNKNOWN} if one is, or if it is too large. */
    public static int product(List<Atom> atoms) {
        long product = 1;
        for (Atom atom : atoms) {
            if (!atom.known()) {
                return UNKNOWN;
            }
            product *= atom.size();
            if (product > Integer.MAX_VALUE) {
                return UNKNOWN;
            }
        }
        return (int) product;
    }

    @Override
    public String toString() {
        return (batch ? "batch:" : "") + (known() ? size : "?");
    }
}
