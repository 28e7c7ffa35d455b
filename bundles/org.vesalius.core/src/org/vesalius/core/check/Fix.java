// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.check;

/**
 * A change that removes a {@link Problem}, offered to the user by its label.
 *
 * <p>A fix acts on the very model that was checked. Editors record its changes to make them one undoable act.
 */
public interface Fix {
    /** What the fix does, as the text of a menu entry: "Insert a Flatten before 'fc1'". */
    String label();

    /** Carries the change out. A fix whose place is gone by now does nothing. */
    void apply();
}
