// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {
    private static final String MARK = "Meier, Erika 19540203";
    private static final Path FILE = Path.of("/nowhere", MARK, "img 1.png");

    @Test
    void exceptionsOfThePlatformLoseTheNamesThatTheyRepeat() {
        IOException missing = (IOException) catchThrowable(() -> Files.readAllBytes(FILE));
        List<Throwable> thrown = List.of(missing, new UncheckedIOException(missing), new IllegalStateException(missing),
                catchThrowable(() -> new FileInputStream(FILE.toFile())),
                catchThrowable(() -> Double.parseDouble(MARK)), new InvalidPathException(MARK, "nul"),
                new FileSystemException("a", FILE.toString(), "busy"), new FileAlreadyExistsException(FILE.toString()),
                new IOException("can't open " + FILE + ": no such file"), new IOException("at 'C:\\x\\" + MARK + "'"),
                new RuntimeException("relative " + MARK, new FileAlreadyExistsException(MARK)));

        for (Throwable one : thrown) {
            Exception outer = new IllegalStateException("the run failed", one);
            outer.addSuppressed(one);
            assertThat(trace(outer)).as(one.getClass().getName()).doesNotContain("Meier").doesNotContain("img 1")
                    .contains("the run failed", one.getClass().getName(), "LoggedFailureTest");
        }
    }

    @Test
    void allElseIsKept() {
        Throwable failure = new IllegalStateException("loss is 1/255 of 3",
                new UnsatisfiedLinkError("/usr/lib/libgomp.so.1: cannot open"));

        assertThat(trace(failure)).contains("java.lang.IllegalStateException: loss is 1/255 of 3",
                "Caused by: java.lang.UnsatisfiedLinkError: /usr/lib/libgomp.so.1: cannot open",
                "allElseIsKept(LoggedFailureTest.java");
        assertThat(LoggedFailure.of(null)).isNull();
    }

    @Test
    void causesInACircleEnd() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(trace(first)).contains("first", "second");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        LoggedFailure.of(thrown).printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
