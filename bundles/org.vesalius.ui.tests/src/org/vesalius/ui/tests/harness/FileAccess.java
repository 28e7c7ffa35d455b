// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An access to a file on the UI thread, with the frames between the file and the event that led to it, innermost first.
 */
record FileAccess(String how, List<StackFrame> frames) {
    private static final String EVENT_LOOP = "org.eclipse.swt.widgets.Display.readAndDispatch";
    private static final String OURS = "org.vesalius.";
    private static final String TESTS = ".tests.";

    /**
     * What reads files by itself at times that our code can't choose: the first use of a class, or of an icon or text
     * of a bundle, reads it from the bundle's jar; the platform keeps its settings in files of its own; its text editor
     * reads what it shows, and its list of editors asks whether a file from outside is there. AWT reads its settings when
     * it is used first. A window takes the icons of the product, and tool bars their frames, whose files are read
     * again where the screen isn't at 100 %.
     */
    private static final List<String> PLATFORM = List.of(
            "java.lang.ClassLoader.", "java.lang.Class.forName", "java.util.ResourceBundle.", "java.util.ServiceLoader",
            "org.eclipse.osgi.", "org.eclipse.core.internal.preferences.", "org.eclipse.jface.resource.",
            "org.eclipse.jface.window.Window.configureShell", "org.eclipse.e4.ui.widgets.ImageBasedFrame.",
            "org.eclipse.ui.texteditor.", "org.eclipse.ui.internal.EditorHistory.", "java.awt.Toolkit.");

    /** Returns how the calling thread came to touch a file, seen up to the event it handles. */
    static FileAccess here(String how) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> new FileAccess(how, upToTheEvent(frames)));
    }

    private static List<StackFrame> upToTheEvent(Stream<StackFrame> frames) {
        List<StackFrame> until = new ArrayList<>();
        frames.skip(1).takeWhile(frame -> !name(frame).equals(EVENT_LOOP)).forEach(until::add);
        return until;
    }

    private static String name(StackFrame frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    /** Returns whether code of the product is at fault: it called what touched the file, and no test asked for it. */
    boolean isOurs() {
        Optional<StackFrame> nearest = frames.stream().filter(FileAccess::isOfVesalius).findFirst();
        return nearest.isPresent() && !isOfTests(nearest.get())
                && frames.subList(0, frames.indexOf(nearest.get())).stream().noneMatch(FileAccess::isOfThePlatform);
    }

    private static boolean isOfVesalius(StackFrame frame) {
        return frame.getClassName().startsWith(OURS) && frame.getDeclaringClass() != UiThreadFiles.class;
    }

    private static boolean isOfTests(StackFrame frame) {
        return frame.getClassName().contains(TESTS);
    }

    private static boolean isOfThePlatform(StackFrame frame) {
        return PLATFORM.stream().anyMatch(name(frame)::startsWith);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(how);
        frames.forEach(frame -> text.append("\n    at ").append(frame));
        return text.toString();
    }
}
