// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/** A real mouse and a real keyboard, by xdotool. Places are in points of the screen, as widgets tell them. */
public final class Robot {
    /** Pixels a point, as the toolkit takes it: 2 at 200 %. */
    private static final int SCALE = Integer.parseInt(System.getenv().getOrDefault("GDK_SCALE", "1"));
    private static final int STEPS = 12;
    private static final int FIRST_STEPS = 3;
    private static final String STEP_PAUSE = "0.03";
    private static final String HOLD = "0.15";
    private static final int PATIENCE_SECONDS = 60;

    /** Skips the test where there is no xdotool, as on systems without X11. */
    public Robot() {
        Assumptions.assumeTrue(isThere(), "no xdotool: mouse and keyboard can't be moved");
    }

    private static boolean isThere() {
        try {
            return succeeds(List.of("xdotool", "getmouselocation"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Moves the mouse. */
    public void move(Point to) {
        run(moveTo(to));
    }

    /** Clicks the left button. */
    public void click(Point at) {
        run(at, List.of("click", "1"));
    }

    /** Clicks the right button. */
    public void rightClick(Point at) {
        run(at, List.of("click", "3"));
    }

    /** Clicks the left button twice. */
    public void doubleClick(Point at) {
        run(at, List.of("click", "--repeat", "2", "--delay", "60", "1"));
    }

    /** Does something at a place at once: where the mouse rests, a tip would open and take what follows. */
    private static void run(Point at, List<String> arguments) {
        List<String> command = new ArrayList<>(moveTo(at));
        command.addAll(arguments);
        run(command);
    }

    /** Turns the wheel away from the user, as to see what is above. */
    public void wheelUp(Point at) {
        run(at, List.of("click", "4"));
    }

    /** Turns the wheel towards the user, as to see what is below. */
    public void wheelDown(Point at) {
        run(at, List.of("click", "5"));
    }

    /** Drags with the left button, in small steps as a hand does. */
    public void drag(Point from, Point to) {
        take(from, to, "1");
        carry(from, to);
        drop("1");
    }

    /** Drags with the middle button. */
    public void dragMiddle(Point from, Point to) {
        take(from, to, "2");
        carry(from, to);
        drop("2");
    }

    /** Drags with the left button while a key is held, such as "ctrl". */
    public void dragHolding(String key, Point from, Point to) {
        take(from, to, "1");
        run(List.of("keydown", key));
        carry(from, to);
        drop("1");
        run(List.of("keyup", key));
    }

    /** The first steps follow the press at once: a toolkit takes a button that is held still for something else. */
    private void take(Point from, Point to, String button) {
        List<String> gesture = new ArrayList<>(List.of("mousedown", button, "sleep", HOLD));
        for (int step = 1; step <= FIRST_STEPS; step++) {
            gesture.addAll(moveTo(between(from, to, step)));
        }
        run(from, gesture);
    }

    private void carry(Point from, Point to) {
        for (int step = FIRST_STEPS + 1; step <= STEPS; step++) {
            run(moveTo(between(from, to, step)));
        }
        run(moveTo(new Point(to.x + 1, to.y)));
        run(moveTo(to));
    }

    private static Point between(Point from, Point to, int step) {
        return new Point(from.x + (to.x - from.x) * step / STEPS, from.y + (to.y - from.y) * step / STEPS);
    }

    private void drop(String button) {
        run(List.of("sleep", HOLD, "mouseup", button));
    }

    private static List<String> moveTo(Point to) {
        return List.of("mousemove", text(SCALE * to.x), text(SCALE * to.y), "sleep", STEP_PAUSE);
    }

    /** Presses keys by their X names, such as "ctrl+z" or "Delete". */
    public void key(String... names) {
        List<String> command = new ArrayList<>(List.of("key", "--clearmodifiers", "--delay", "40"));
        command.addAll(List.of(names));
        run(command);
    }

    /** Types a text. */
    public void type(String text) {
        run(List.of("type", "--delay", "20", "--", text));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    /** What was done has reached the window when it comes to do something else: a hand is slower than any machine. */
    private static void run(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, "xdotool");
        try {
            if (!succeeds(command)) {
                throw new AssertionFailedError("failed: " + command);
            }
            Ui.settle();
        } catch (IOException e) {
            throw new AssertionFailedError("xdotool", e);
        }
    }

    /** What it says goes to the log of the build, so that nothing waits for its pipe. */
    private static boolean succeeds(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).redirectOutput(Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
