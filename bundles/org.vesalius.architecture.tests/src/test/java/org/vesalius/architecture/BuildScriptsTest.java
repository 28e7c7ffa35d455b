// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the build end within their limits, tried on copies whose tools are played by small scripts. */
@EnabledOnOs(OS.LINUX)
class BuildScriptsTest {

    private static final Path SCRIPTS = Repository.find().root().resolve("releng");

    /** A build that reports tests: one passed, two failed, two were skipped. */
    private static final String REPORTING_MAVEN =
            """
      case "$1" in --version) echo 'Apache Maven 3.9.11'; exit ;; esac
      reports=bundles/one/target/surefire-reports
      mkdir -p $reports
      cat >$reports/TEST-One.xml <<'XML'
      <testsuite name="One" tests="5" errors="1" skipped="2" failures="1">
        <testcase name="passes" classname="One" time="0"/>
        <testcase name="fails" classname="One" time="0">
          <failure message="is &lt;1&gt; &amp; not &quot;2&quot;" type="x">text</failure>
        </testcase>
        <testcase name="ends" classname="One" time="0">
          <error message="no" type="x">text</error>
        </testcase>
        <testcase name="waits" classname="One" time="0">
          <skipped message="Assumption failed: there is no &quot;data&quot;"/>
        </testcase>
        <testcase name="sleeps" classname="One" time="0">
          <skipped message="skipped: no disk"/>
        </testcase>
      </testsuite>
      XML
      """;

    /** Reports, then neither goes on nor ends when it is asked to. */
    private static final String HANGING_MAVEN =
            REPORTING_MAVEN
                    + """
      trap '' TERM
      echo $$ >>pids
      "$JAVA_HOME/bin/java" -cp "$HANG_CLASSES" org.vesalius.architecture.BuildScriptsTest\\$Hang &
      echo $! >>pids
      while :; do sleep 1; done
      """;

    /** Reports that so many tests failed once and then passed. */
    private static String mavenWithSecondTries(int tests) {
        String flaky = "  <testcase name=\"late\" classname=\"One\" time=\"0\">\n"
                + "    <flakyFailure message=\"too early\" type=\"x\">text</flakyFailure>\n  </testcase>\n";
        return REPORTING_MAVEN.replaceAll("(?s) *<testcase name=\"(fails|ends)\".*?</testcase>\n", "")
                .replace("</testsuite>", flaky.repeat(tests) + "</testsuite>");
    }

    @TempDir
    Path root;

    /** Waits for ever. */
    static final class Hang {
        private Hang() {}

        /** Hangs. */
        public static void main(String[] arguments) throws InterruptedException {
            synchronized (Hang.class) {
                while (true) {
                    Hang.class.wait();
                }
            }
        }
    }

    private record Ended(int status, String output) {}

    @BeforeEach
    void copyScripts() throws IOException {
        try (Stream<Path> all = Files.list(SCRIPTS.resolve("lib"))) {
            for (Path script : all.toList()) {
                copy(script, root.resolve("releng/lib"));
            }
        }
        copy(SCRIPTS.resolve("verify"), root.resolve("releng"));
        Files.createDirectories(root.resolve("bundles"));
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    private void tool(String name, String script) throws IOException {
        Path tool = Files.createDirectories(root.resolve("tools")).resolve(name);
        Files.writeString(tool, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Map<String, String> settings, String... command) throws Exception {
        Path output = root.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("MVN_ARGS", "VERIFY_SECONDS"));
        environment.put("PATH", root.resolve("tools") + File.pathSeparator + environment.get("PATH"));
        environment.putAll(settings);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private Ended bash(String script) throws Exception {
        return run(Map.of(), "bash", "-c", "set -euo pipefail; . releng/lib/limit.bash; " + script);
    }

    private Ended verify(String seconds) throws Exception {
        tool("xvfb-run", "shift 3; exec \"$@\"");
        tool("openbox", "exit 0");
        tool("xdotool", "exit 0");
        tool("ldconfig", "echo libgtk-3.so.0");
        String classes = Path.of(Hang.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        return run(Map.of("VERIFY_SECONDS", seconds, "HANG_CLASSES", classes), "releng/verify");
    }

    @Test
    void verifyEndsWhateverHangs() throws Exception {
        tool("mvn", HANGING_MAVEN);
        Ended ended = verify("4");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output())
                .contains("did not end within 4 seconds", "BuildScriptsTest$Hang.main")
                .endsWith(
                        """
                Failed: One.fails: is <1> & not "2"
                Failed: One.ends: no
                1 passed, 2 failed, 2 skipped (1: there is no "data"; 1: no disk)
                """);
        assertThat(Files.readAllLines(root.resolve("pids"))).hasSize(2).allSatisfy(BuildScriptsTest::assertEnds);
    }

    /** What was killed is gone when the system has looked after it. */
    private static void assertEnds(String pid) {
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void aTestThatNeedsASecondTryIsNamed() throws Exception {
        tool("mvn", mavenWithSecondTries(2));
        Ended ended = verify("60");

        assertThat(ended.status()).isZero();
        assertThat(ended.output())
                .endsWith(
                        """
                Passed at the second try: One.late: too early
                Passed at the second try: One.late: too early
                3 passed, 0 failed, 2 skipped (1: there is no "data"; 1: no disk)
                """);
    }

    @Test
    void manyTestsThatNeedASecondTryFailABuild() throws Exception {
        tool("mvn", mavenWithSecondTries(3));
        Ended ended = verify("60");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("3 tests passed at the second try only; 2 may.");
    }

    @Test
    void aCommandWithinItsLimitKeepsItsStatus() throws Exception {
        assertThat(bash("within 60 true && within 60 bash -c 'exit 3'").status()).isEqualTo(3);
    }

    @Test
    void aCommandBeyondItsLimitIsEndedWithAllItStarted() throws Exception {
        Ended ended = bash("within 1 bash -c 'sleep 100 & echo $! >pids; wait' || echo status $?");

        assertThat(ended.output()).isEqualTo("status 124\n");
        assertEnds(Files.readString(root.resolve("pids")).strip());
    }

    @Test
    void listsOfPackagesWaitForTheirLock() throws Exception {
        tool(
                "apt-get",
                """
        [ -e released ] && { echo "$*" >asked; exit 0; }
        touch released
        echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)'
        exit 100
        """);
        Ended ended = bash("ROOT=$PWD; . releng/lib/tools.bash; apt_update && apt_get install -y something");

        assertThat(ended.status()).isZero();
        assertThat(Files.readString(root.resolve("asked"))).contains("DPkg::Lock::Timeout=", "install -y something");
    }
}
