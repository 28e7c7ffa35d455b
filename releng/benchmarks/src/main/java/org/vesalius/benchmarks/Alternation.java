// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures two subjects in turns, A B A B …, after one block of each that does not count.
 *
 * @param rounds number of blocks of each that count
 * @param out where the report goes
 */
record Alternation(int rounds, PrintStream out) {

    /**
     * Measures and reports: medians with the span of all blocks, and the median of the ratios of neighbouring blocks.
     *
     * @param unit what an item is, such as {@code img}
     * @param target what the ratio should be at least
     */
    void compare(Subject first, Subject second, String unit, double target) throws Exception {
        first.block();
        second.block();
        List<Block> firsts = new ArrayList<>();
        List<Block> seconds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            firsts.add(Block.of(first));
            seconds.add(Block.of(second));
        }
        report(first.name(), speeds(firsts), unit);
        report(second.name(), speeds(seconds), unit);
        List<Double> ratios = ratios(firsts, seconds, Block::speed);
        double ratio = median(ratios);
        out.printf("  ratio %.3f (%s), target at least %.2f: %s%n", ratio, span(ratios, "%.3f"), target,
                ratio >= target ? "reached" : "MISSED");
        List<Double> work = ratios(seconds, firsts, Block::processorSeconds);
        out.printf("  ratio by processor time %.3f (%s): what it would be with the machine to itself%n", median(work),
                span(work, "%.3f"));
    }

    private static List<Double> speeds(List<Block> blocks) {
        return blocks.stream().map(Block::speed).toList();
    }

    private static List<Double> ratios(List<Block> above, List<Block> below, ToDoubleFunction<Block> value) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            ratios.add(value.applyAsDouble(above.get(i)) / value.applyAsDouble(below.get(i)));
        }
        return ratios;
    }

    /** Measures one subject alone and reports it. */
    void measure(Subject subject, String unit) throws Exception {
        List<Double> speeds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            speeds.add(subject.block());
        }
        report(subject.name(), speeds, unit);
    }

    private void report(String name, List<Double> speeds, String unit) {
        out.printf("  %-44s %8.1f %s/s (%s)%n", name, median(speeds), unit, span(speeds, "%.1f"));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String span(List<Double> values, String format) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        return String.format(format, Arrays.stream(all).min().orElseThrow()) + " to "
                + String.format(format, Arrays.stream(all).max().orElseThrow());
    }
}
