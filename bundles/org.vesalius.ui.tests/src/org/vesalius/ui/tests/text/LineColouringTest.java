// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.ui.text.LineColouring;
import org.vesalius.ui.text.LineColouring.Hue;
import org.vesalius.ui.text.LineColouring.Span;

class LineColouringTest {

    @Test
    void jsonHasNamesTextsNumbersAndWords() {
        assertEquals(List.of(new Span(1, 5, Hue.NAME), new Span(7, 8, Hue.TEXT), new Span(17, 4, Hue.NAME),
                new Span(22, 7, Hue.NUMBER), new Span(31, 4, Hue.NAME), new Span(36, 4, Hue.WORD)),
                LineColouring.of("run.JSON").spans("{\"id\": \"a\\\":1b\", \"n\": -1.5e-3, \"x\": true}"));
    }

    @Test
    void everyOtherColumnOfATableHasAColour() {
        assertEquals(List.of(new Span(3, 5, Hue.NAME), new Span(10, 1, Hue.NAME)),
                LineColouring.of("samples.csv").spans("s1,\"a,b\",,d"));
        assertEquals(List.of(), LineColouring.of("samples.csv").spans(""));
        assertEquals(List.of(), LineColouring.of("samples.csv").spans("one"));
    }

    @Test
    void logsHaveTimesErrorsWarningsAndStacks() {
        LineColouring log = LineColouring.of("log.txt");
        assertEquals(List.of(new Span(0, 23, Hue.FAINT), new Span(23, 18, Hue.ERROR)),
                log.spans("2026-11-30 06:51:49.319 [ERROR] no memory"));
        assertEquals(List.of(new Span(0, 23, Hue.FAINT)), log.spans("2026-11-30 06:51:49.319 [INFO] epoch 1"));
        assertEquals(List.of(new Span(0, 16, Hue.FAINT)), log.spans("\tat a.B.c(B.java"));
        assertEquals(List.of(new Span(0, 22, Hue.ERROR)), log.spans("Caused by: IOException"));
        assertEquals(List.of(new Span(0, 9, Hue.WARNING)), log.spans("[WARN] ab"));
    }
}
