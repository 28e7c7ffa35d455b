// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

/** Numbers of things as people say them. */
public final class Quantity {

    private Quantity() {
        // one function
    }

    /**
     * So many things: {@code 1 image}, {@code 2 images}.
     *
     * @param thing its word for one; others get an s
     */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
