// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is thrown reaches a log only through LoggedFailure, which leaves out what may name a patient. */
class LoggedFailuresTest {
    private static final Pattern LOGGING = Pattern.compile(
            "(?:\\b(?:LOG|log|LOGGER|logger)|ILog\\.of\\([\\w.]+\\)|\\bStatus)\\s*\\.(?:error|warn|info|debug|log)\\("
                    + "(?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*;");
    /** A last argument that is a failure: e, or the cause of something. */
    private static final Pattern THROWN = Pattern.compile(
            "(?s).*(?:,|(?<!LoggedFailure\\.of)\\()\\s*(?:e|ex|exception|cause|thrown|error|failure|fault|damage"
                    + "|(?:\\w+\\.)*(?:getCause|cause|getStatus|getTargetException)\\(\\))"
                    + "\\)+(?:\\.\\w+\\(\\))*\\)*;");
    private static final Pattern TRACE = Pattern.compile("(?<!LoggedFailure\\.of\\(\\w{1,20}\\))\\.printStackTrace\\(");

    @Test
    void failuresAreLoggedWithoutWhatMayNameAPatient() throws IOException {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (Path source : sources()) {
            String text = Files.readString(source);
            Matcher logging = LOGGING.matcher(text);
            while (logging.find()) {
                looked++;
                if (THROWN.matcher(logging.group()).matches()) {
                    found.add(source.getFileName() + ": " + logging.group());
                }
            }
            if (TRACE.matcher(text).find()) {
                found.add(source.getFileName() + " prints a stack trace");
            }
        }
        assertThat(looked).as("places that log").isGreaterThan(20);
        assertThat(found).isEmpty();
    }

    @Test
    void theRuleSeesWhatItIsFor() {
        for (String wrong : List.of("LOG.error(\"the run failed\", thrown);", "ILog.of(A.class).log(e.getStatus());",
                "LOG.warn(\"a; b\",\n      model.epoch(), e);", "log.log(failure.message(), error.getCause());",
                "return Status.error(e.report(), e);")) {
            Matcher logging = LOGGING.matcher(wrong);
            assertThat(logging.find() && THROWN.matcher(logging.group()).matches()).as(wrong).isTrue();
        }
    }

    /** The platform would begin each log with the command line, which names the pictures of patients. */
    @Test
    void noLogBeginsWithTheCommandLine() throws IOException {
        Path root = Repository.find().root();
        for (String starter : List.of("releng/product/vesalius.product", "features/ui/rootfiles/unix/vesalius",
                "features/ui/rootfiles/windows/vesalius.bat")) {
            List<String> starts = Files.readAllLines(root.resolve(starter)).stream()
                    .filter(line -> line.contains(" -Xmx") || line.contains(">-Xmx")).toList();
            assertThat(starts).as(starter).isNotEmpty()
                    .allMatch(line -> line.contains("-Declipse.log.include.commandline=false"));
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : Repository.find().modules()) {
            Path folder = module.resolve("src");
            if (!module.getFileName().toString().endsWith(".tests") && Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
        return sources;
    }
}
