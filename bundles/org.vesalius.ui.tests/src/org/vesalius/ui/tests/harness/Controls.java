// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;

/** The widgets that can be seen; for the UI thread where not said otherwise. */
public final class Controls {
    private static final Pattern LINK = Pattern.compile("<a(?: href=\"([^\"]*)\")?>([^<]*)</a>");

    private Controls() {
    }

    /** Returns all visible controls of a type, in every open window. */
    public static <C extends Control> Stream<C> visible(Class<C> type) {
        return Arrays.stream(Display.getCurrent().getShells()).filter(Control::isVisible).flatMap(Controls::all)
                .filter(Control::isVisible).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Control> all(Control control) {
        Stream<Control> below = control instanceof Composite composite && !(control instanceof Combo)
                ? Arrays.stream(composite.getChildren()).flatMap(Controls::all) : Stream.empty();
        return Stream.concat(Stream.of(control), below);
    }

    /** Returns the first visible control of a type that fulfils a condition. */
    public static <C extends Control> Optional<C> find(Class<C> type, Predicate<C> condition) {
        return visible(type).filter(condition).findFirst();
    }

    /** Waits for a button by its text and presses it; for the test's own thread. */
    public static void press(String text) {
        Predicate<Button> wanted = button -> button.getText().equals(text) && button.isEnabled();
        Ui.await("the button " + text, () -> find(Button.class, wanted).isPresent());
        Ui.start(() -> find(Button.class, wanted).ifPresent(button -> button.notifyListeners(SWT.Selection, new Event())));
    }

    /** Waits for a link by some part of its text and follows it; for the test's own thread. */
    public static void follow(String text) {
        Predicate<Link> wanted = link -> link.getText().contains(text) && link.isEnabled();
        Ui.await("the link " + text, () -> find(Link.class, wanted).isPresent());
        Ui.start(() -> find(Link.class, wanted).ifPresent(link -> {
            Event event = new Event();
            event.text = target(link.getText(), text);
            link.notifyListeners(SWT.Selection, event);
        }));
    }

    /** What a link says of where it leads: its reference, or else its words. */
    private static String target(String markup, String text) {
        return LINK.matcher(markup).results().filter(link -> link.group(2).contains(text))
                .map(link -> Optional.ofNullable(link.group(1)).orElse(link.group(2))).findFirst().orElse("");
    }
}
