// SPDX-License-Identifier: EPL-2.0
package org.eclipse.ui.internal;

import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Display;

/**
 * The cursors shown while GEF's fly-out palette is dragged to another side of its editor. GEF 3.2
 * links against this class, which the workbench no longer ships; the cursors are the system's own
 * and need no disposal.
 */
public class DragCursors {

    /** No drop here. */
    public static final int INVALID = 0;
    /** A drop at the left side. */
    public static final int LEFT = 1;
    /** A drop at the right side. */
    public static final int RIGHT = 2;
    /** A drop at the top. */
    public static final int TOP = 3;
    /** A drop at the bottom. */
    public static final int BOTTOM = 4;
    /** A drop in the middle. */
    public static final int CENTER = 5;
    /** A drop outside of the window. */
    public static final int OFFSCREEN = 6;
    /** A drop on the fast view bar. */
    public static final int FASTVIEW = 7;

    private static final Map<Integer, Integer> SIDES =
            Map.of(SWT.LEFT, LEFT, SWT.RIGHT, RIGHT, SWT.TOP, TOP, SWT.BOTTOM, BOTTOM, SWT.CENTER, CENTER);

    private DragCursors() {}

    /** The cursor of a side given as an SWT constant, {@link #INVALID} for any other. */
    public static int positionToDragCursor(int swtSide) {
        return SIDES.getOrDefault(swtSide, INVALID);
    }

    /** The SWT constant of a cursor's side, {@link SWT#DEFAULT} where it has none. */
    public static int dragCursorToSwtConstant(int cursor) {
        return SIDES.entrySet().stream()
                .filter(side -> side.getValue() == cursor)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(SWT.DEFAULT);
    }

    /** The system's cursor for one of the constants above; call it in the UI thread. */
    public static Cursor getCursor(int cursor) {
        return Display.getCurrent().getSystemCursor(shape(cursor));
    }

    private static int shape(int cursor) {
        return switch (cursor) {
            case LEFT -> SWT.CURSOR_SIZEW;
            case RIGHT -> SWT.CURSOR_SIZEE;
            case TOP -> SWT.CURSOR_SIZEN;
            case BOTTOM -> SWT.CURSOR_SIZES;
            case INVALID -> SWT.CURSOR_NO;
            default -> SWT.CURSOR_SIZEALL;
        };
    }
}
