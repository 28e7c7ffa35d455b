// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** The errors of one file, all told in the same way. */
record InvalidFile(Path file) {

    /** Something in the file is wrong. */
    ReportedException because(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }

    /** Something in a line of the file is wrong. */
    ReportedException atLine(long line, String message, String remedy) {
        return because("Line " + line + ": " + message, remedy);
    }

    /** The file can't be read at all. */
    ReportedException unreadable(Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be read.", file,
                "Check that it exists and may be read, and that it is a text file in UTF-8.", cause);
    }
}

/** The text of a file that may come from anywhere: UTF-8, up to a number of bytes. */
record BoundedText(Path file, int maxBytes) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The whole text, without a byte order mark.
     *
     * @throws org.vesalius.core.ReportedException if the file can't be read, is too large or not UTF-8
     */
    String read() {
        InvalidFile invalid = new InvalidFile(file);
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw invalid.because("The file is larger than " + maxBytes / (1 << 20) + " MiB.",
                        "Check that it is the right file, and divide it if it is.");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (IOException e) {
            throw invalid.unreadable(e);
        }
    }
}
