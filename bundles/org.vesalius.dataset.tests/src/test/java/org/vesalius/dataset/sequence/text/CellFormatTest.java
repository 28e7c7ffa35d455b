// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellFormatTest {

    @Test
    void separatorAndDecimalCommaAreFound() {
        assertThat(CellFormat.of(List.of("Time,Parameter,Value", "00:00,HR,7.5")).separator()).isEqualTo(',');
        assertThat(CellFormat.of(List.of("t;a b;c", "1,5;2,25;3", "2;1;1"))).matches(f -> f.separator() == ';' && f.decimalComma());
        assertThat(CellFormat.of(List.of("HR|Temp", "70|37.5"))).matches(f -> f.separator() == '|' && !f.decimalComma());
        assertThat(CellFormat.of(List.of("1.0000000e+00\t-1.1\t2", "2.0\t1.5\t3")).separator()).isEqualTo('\t');
        assertThat(CellFormat.of(List.of("  1.0   -1.1  2", " 2.0  1.5   3 ")).separator()).isEqualTo(' ');
    }

    /** A point in a date is none in a number, and points stand between thousands where commas stand before decimals. */
    @Test
    void pointsBetweenThousandsAreNoDecimalPoints() throws IOException {
        CellFormat german = CellFormat.of(List.of("t;x;y", "2021-01-01 10:00:00.500;12.500;36,5", "31.1.2021;900;1.234,5"));

        assertThat(german.decimalComma()).isTrue();
        assertThat(german.number("12.500")).isEqualTo(12500);
        assertThat(german.number("1.234,5")).isEqualTo(1234.5f);
        assertThat(german.isNumber("1.5")).isFalse();
        assertThat(CellFormat.of(List.of("t;x", "1,500;1.5", "2;2.5")).decimalComma()).isFalse();
    }

    @Test
    void cellsLoseBlanksAndQuotes() {
        CellFormat format = new CellFormat(',', false, Set.of());
        assertThat(format.cells(" a ,\"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
        assertThat(new CellFormat(' ', false, Set.of()).cells("  1   2\t3 ")).containsExactly("1", "2", "3");
        assertThat(format.cells("")).containsExactly("");
    }

    @Test
    void numbersAreThoseThatPeopleWrite() throws IOException {
        CellFormat format = new CellFormat(';', true, Set.of("-1", "?"));
        assertThat(format.number("1,5e-3")).isEqualTo(0.0015f);
        assertThat(format.number("-1")).isNaN();
        assertThat(format.number("")).isNaN();
        for (String cell : List.of("1d", "0x1p3", "Infinity", "1e99", "1 000", "-", "٣")) {
            assertThatThrownBy(() -> format.number(cell)).hasMessage("holds something else where a number should be");
        }
    }

    @Test
    void optionsBringTheFormatBack() throws IOException {
        CellFormat format = new CellFormat(';', true, Set.of("-1"));
        assertThat(format.options()).isEqualTo(Map.of("separator", "semicolon", "decimal", "comma", "missing", "-1"));
        assertThat(CellFormat.of(format.options())).isEqualTo(format);
        assertThatThrownBy(() -> CellFormat.of(Map.of("separator", "x"))).hasMessageContaining("is none of");
    }

    @Test
    void marksOfSeveralWordsStayWhole() throws IOException {
        CellFormat format = new CellFormat(',', false, new LinkedHashSet<>(List.of("not done", "NA", "5\" off")));
        assertThat(format.options()).containsEntry("missing", "\"not done\" NA \"5\"\" off\"");
        assertThat(CellFormat.of(format.options())).isEqualTo(format);
        assertThat(CellFormat.of(format.options()).isMissing("not")).isFalse();
        assertThat(CellFormat.of(Map.of("missing", " ? NA ")).missing()).containsExactly("?", "NA");
    }

    @Test
    void marksAreComparedAsNumbers() throws IOException {
        CellFormat format = new CellFormat(';', true, Set.of("-1", "NA"));
        for (String cell : List.of("-1", "-1,0", "-1.00", "-1e0")) {
            assertThat(format.isMissing(cell)).as(cell).isTrue();
            assertThat(format.number(cell)).as(cell).isNaN();
        }
        for (String cell : List.of("-1,1", "1", "-", "e")) {
            assertThat(format.isMissing(cell)).as(cell).isFalse();
        }
    }
}
