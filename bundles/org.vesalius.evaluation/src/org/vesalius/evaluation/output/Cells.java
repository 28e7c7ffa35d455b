// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Cells of kept answers as numbers. */
final class Cells {
    private Cells() {
    }

    static float number(String cell) {
        return Float.parseFloat(cell);
    }

    static float[] numbers(List<String> cells) {
        float[] numbers = new float[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(cells.get(i));
        }
        return numbers;
    }

    static int place(String name, List<String> names) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("it is none of " + String.join(", ", names));
        }
        return place;
    }

    static List<String> everySecond(List<String> cells, int first) {
        return IntStream.range(0, cells.size()).filter(i -> i % 2 == first).mapToObj(cells::get).toList();
    }

    static Answer known(float[] said, float[] truth) {
        boolean[] known = new boolean[said.length];
        Arrays.fill(known, true);
        return new Answer(said, truth, known);
    }

    /** What is true, where it is known, and what is said. */
    static Answer pairs(List<String> truths, List<String> said) {
        float[] truth = new float[truths.size()];
        boolean[] known = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            known[i] = !truths.get(i).isEmpty();
            truth[i] = known[i] ? number(truths.get(i)) : 0;
        }
        return new Answer(numbers(said), truth, known);
    }
}
