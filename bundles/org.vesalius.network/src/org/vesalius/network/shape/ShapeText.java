// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads shapes from text. */
final class ShapeText {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern TIMES = Pattern.compile("\\s*[x×]\\s*");
    private static final Pattern SIZE = Pattern.compile("\\d{1,10}");
    private static final int MAX_LENGTH = 1000;

    private final String text;

    private ShapeText(String text) {
        this.text = text;
    }

    static Shape parse(String text) {
        return new ShapeText(text.strip()).parse();
    }

    private Shape parse() {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw unreadable();
        }
        List<Axis> axes = text.contains(":") ? named() : unnamed();
        Set<String> names = new HashSet<>();
        for (Axis axis : axes) {
            if (!names.add(axis.name())) {
                throw new IllegalArgumentException(
                        "The shape '" + text + "' has two axes named '" + axis.name() + "'.");
            }
        }
        return new Shape(axes);
    }

    private List<Axis> named() {
        List<Axis> axes = new ArrayList<>();
        for (String part : SPACE.split(text)) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw unreadable();
            }
            axes.add(new Axis(part.substring(0, colon), size(part.substring(colon + 1))));
        }
        return axes;
    }

    private List<Axis> unnamed() {
        String[] sizes = TIMES.split(text, -1);
        List<String> names = usualNames(sizes.length);
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            axes.add(new Axis(names.get(i), size(sizes[i])));
        }
        return axes;
    }

    private List<String> usualNames(int rank) {
        return switch (rank) {
            case 1 -> List.of("features");
            case 2 -> List.of("time", "features");
            case 3 -> List.of("height", "width", "channels");
            case 4 -> List.of("depth", "height", "width", "channels");
            default -> throw unreadable();
        };
    }

    private int size(String number) {
        if (number.equals("?")) {
            return Axis.UNKNOWN;
        }
        if (!SIZE.matcher(number).matches() || Long.parseLong(number) > Integer.MAX_VALUE) {
            throw unreadable();
        }
        return Integer.parseInt(number);
    }

    private IllegalArgumentException unreadable() {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new IllegalArgumentException("'" + shown + "' is not a shape; write sizes as in 128x128x3, with names as"
                + " in height:128 width:128 channels:3, and ? for a size that is not known.");
    }
}
