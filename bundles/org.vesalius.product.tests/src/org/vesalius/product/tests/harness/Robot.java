// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/** A real mouse and a real keyboard, by xdotool. Places are in pixels of the screen. */
public final class Robot {
    private static final int STEPS = 12;
    private static final String STEP_PAUSE = "0.03";

    /** Skips the test where there is no xdotool, as on systems without X11. */
    public Robot() {
        Assumptions.assumeTrue(isThere(), "no xdotool: mouse and keyboard can't be moved");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("xdotool", "getmouselocation").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Moves the mouse. */
    public void move(Point to) {
        run(List.of("mousemove", "--sync", text(to.x), text(to.y)));
    }

    /** Clicks the left button. */
    public void click(Point at) {
        run(List.of("mousemove", text(at.x), text(at.y), "sleep", STEP_PAUSE, "click", "1"));
    }

    /** Clicks the right button. */
    public void rightClick(Point at) {
        run(List.of("mousemove", text(at.x), text(at.y), "sleep", STEP_PAUSE, "click", "3"));
    }

    /** Clicks the left button twice. */
    public void doubleClick(Point at) {
        run(List.of("mousemove", text(at.x), text(at.y), "sleep", STEP_PAUSE, "click", "--repeat", "2", "--delay",
                "60", "1"));
    }

    /** Drags with the left button, in small steps as a hand does. */
    public void drag(Point from, Point to) {
        run(gesture(from, to));
    }

    /** Drags with the middle button. */
    public void dragMiddle(Point from, Point to) {
        List<String> gesture = gesture(from, to);
        gesture.set(gesture.indexOf("mousedown") + 1, "2");
        gesture.set(gesture.indexOf("mouseup") + 1, "2");
        run(gesture);
    }

    /** Drags with the left button while a key is held, such as "ctrl". */
    public void dragHolding(String key, Point from, Point to) {
        List<String> gesture = gesture(from, to);
        gesture.addAll(gesture.indexOf("mousedown") + 2, List.of("sleep", "0.15", "keydown", key));
        gesture.addAll(List.of("keyup", key));
        run(gesture);
    }

    private static List<String> gesture(Point from, Point to) {
        List<String> gesture = new ArrayList<>(List.of("mousemove", text(from.x), text(from.y), "sleep", "0.15",
                "mousedown", "1", "sleep", "0.15"));
        for (int step = 1; step <= STEPS; step++) {
            int x = from.x + (to.x - from.x) * step / STEPS;
            int y = from.y + (to.y - from.y) * step / STEPS;
            gesture.addAll(List.of("mousemove", text(x), text(y), "sleep", STEP_PAUSE));
        }
        gesture.addAll(List.of("sleep", "0.3", "mousemove", text(to.x + 1), text(to.y), "sleep", "0.15", "mousemove",
                text(to.x), text(to.y), "sleep", "0.15", "mouseup", "1"));
        return gesture;
    }

    /** Presses keys by their X names, such as "ctrl+z" or "Delete". */
    public void key(String... names) {
        List<String> command = new ArrayList<>(List.of("key", "--clearmodifiers", "--delay", "40"));
        command.addAll(List.of(names));
        run(command);
    }

    /** Types a text. */
    public void type(String text) {
        run(List.of("type", "--delay", "20", text));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static void run(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, "xdotool");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionFailedError(command + ": " + output);
            }
        } catch (IOException e) {
            throw new AssertionFailedError("xdotool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("interrupted", e);
        }
    }
}
