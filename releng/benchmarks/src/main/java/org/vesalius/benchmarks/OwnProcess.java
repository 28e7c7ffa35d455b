// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of this benchmark in a Java process of its own.
 *
 * @param command the command line
 */
record OwnProcess(List<String> command) {

    /** The main method of a class. */
    static OwnProcess of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new OwnProcess(command);
    }

    /** The same with an option of the virtual machine. */
    OwnProcess with(String option) {
        List<String> longer = new ArrayList<>(command);
        longer.add(1, option);
        return new OwnProcess(longer);
    }

    /** The last line that it prints, errors among it; what comes before is its log. */
    String result() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return output.substring(output.lastIndexOf('\n') + 1);
    }
}
