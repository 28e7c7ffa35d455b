// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.vesalius.network.ui.analyser.AnalyserReport.Row;
import org.vesalius.network.ui.analysis.Quantity;

/** A column of the analyser's table. */
enum Column {
    /** The name. */
    LAYER("Layer", Row::name),
    /** The type. */
    TYPE("Type", Row::typeLabel),
    /** The shape of the result. */
    SHAPE("Output shape", Row::shape, row -> row.elements().orElse(-1)),
    /** How many parameters. */
    PARAMETERS("Parameters", row -> row.parameters() == 0 ? "" : Quantity.count(row.parameters()),
            Row::parameters),
    /** Floating point operations for one sample. */
    FLOPS("FLOPs", row -> row.flops().orElse(0) == 0 ? "" : Quantity.about(row.flops().getAsLong()),
            row -> row.flops().orElse(-1)),
    /** Memory for one batch. */
    MEMORY("Memory", row -> row.bytes().isEmpty() ? "" : Quantity.bytes(row.bytes().getAsLong()),
            row -> row.bytes().orElse(-1));

    private final String label;
    private final Function<Row, String> text;
    private final ToLongFunction<Row> number;

    Column(String label, Function<Row, String> text) {
        this(label, text, null);
    }

    Column(String label, Function<Row, String> text, ToLongFunction<Row> number) {
        this.label = label;
        this.text = text;
        this.number = number;
    }

    String label() {
        return label;
    }

    String text(Row row) {
        return text.apply(row);
    }

    /** Tells whether the column holds numbers; the shape is ordered by its size but is none. */
    boolean isNumber() {
        return number != null && this != SHAPE;
    }

    /** Returns the order by this column, the smallest first. */
    Comparator<Row> order() {
        return number == null ? Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparingLong(number);
    }

    /** Returns the value of a row for other programs: numbers in full, without units. */
    String plain(Row row) {
        OptionalLong value = isNumber() ? number(row) : OptionalLong.empty();
        return value.isPresent() ? Long.toString(value.getAsLong()) : isNumber() ? "" : text(row);
    }

    /** Returns the number of a row; empty where it is not known. */
    OptionalLong number(Row row) {
        long value = number == null ? -1 : number.applyAsLong(row);
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
