// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vesalius.experiment.run.RunFolder;

/**
 * What the report of a Java VM says that died by a fatal error: its {@code hs_err} file names the signal that came
 * first, where the exit code tells only the SIGABRT that the VM ends itself with, whatever happened.
 *
 * @param file      name of the file in the run folder
 * @param signal    the first signal, such as SIGSEGV, or the exception of Windows; {@code internal error} of the VM
 *                  where there was none
 * @param ofMemory  whether memory ran out
 */
record CrashReport(String file, String signal, boolean ofMemory) {

    private static final String NAME = "hs_err_pid%p.log";
    // what is sought stands in the first lines
    private static final int HEAD = 8192;
    private static final Pattern SIGNAL = Pattern.compile("(?m)^#\\s+((?:SIG|EXCEPTION_)[A-Z_0-9]+) \\(0x");
    private static final Pattern MEMORY = Pattern
            .compile("(?m)^#\\s+(?:There is insufficient memory|Out of Memory Error|fatal error: OutOfMemory)");
    private static final Pattern PROCESS = Pattern.compile("(?m)^#.*\\bpid=(\\d+),");

    /** The option that makes a worker write its report into the folder of its run. */
    static String option(RunFolder folder) {
        return "-XX:ErrorFile=" + folder.path().resolve(NAME);
    }

    /** The report of a process that worked on a run; empty when it left none that can be read. */
    static Optional<CrashReport> of(RunFolder folder, long pid) {
        Path file = folder.path().resolve(NAME.replace("%p", Long.toString(pid)));
        String head = head(file);
        Matcher process = PROCESS.matcher(head);
        if (!process.find() || !process.group(1).equals(Long.toString(pid))) {
            return Optional.empty();
        }
        Matcher signal = SIGNAL.matcher(head);
        return Optional.of(new CrashReport(file.getFileName().toString(),
                signal.find() ? signal.group(1) : "internal error", MEMORY.matcher(head).find()));
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // most often there is none, as after SIGKILL; the exit code has to do
            return "";
        }
    }
}
