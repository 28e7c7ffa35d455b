// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.field;

import org.eclipse.swt.widgets.Composite;

/** One line of a form: shows something of what is selected, and may change it. */
public interface Field {

    /** Identifies what the field is for; of two fields with the same id, one can stand in for the other. */
    String id();

    /** Makes the widgets in the columns of a {@link FieldGrid}. */
    void create(Composite grid);

    /** Reads what is to be shown again; leaves alone what is being typed. */
    void refresh();

    /** Takes or drops what is being entered, before the field goes or is about something else. */
    default void finish() {
    }

    /** Shows from now on what another field of the same id was made for. */
    void takeOver(Field other);
}
