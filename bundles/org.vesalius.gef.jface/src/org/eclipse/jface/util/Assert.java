// SPDX-License-Identifier: EPL-2.0
package org.eclipse.jface.util;

/**
 * The argument checks that GEF 3.2 links against and that JFace no longer ships. The signatures are
 * those of the class GEF was compiled with; a failed check throws
 * {@link IllegalArgumentException}.
 */
public final class Assert {

    private Assert() {}

    /** Requires a legal argument. */
    public static boolean isLegal(boolean expression) {
        return isLegal(expression, "");
    }

    /** Requires a legal argument; {@code message} says which one was not. */
    public static boolean isLegal(boolean expression, String message) {
        require(expression, message);
        return true;
    }

    /** Requires an object. */
    public static void isNotNull(Object object) {
        isNotNull(object, "");
    }

    /** Requires an object; {@code message} says which one was missing. */
    public static void isNotNull(Object object, String message) {
        require(object != null, message);
    }

    /** Requires a true expression. */
    public static boolean isTrue(boolean expression) {
        return isTrue(expression, "");
    }

    /** Requires a true expression; {@code message} says what was not so. */
    public static boolean isTrue(boolean expression, String message) {
        require(expression, message);
        return true;
    }

    private static void require(boolean expression, String message) {
        if (!expression) {
            throw new IllegalArgumentException(message);
        }
    }
}
