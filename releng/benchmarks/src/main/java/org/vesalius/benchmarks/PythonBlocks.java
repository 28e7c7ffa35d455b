// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same work in a Python library, in a process that does a block whenever it is told to. */
final class PythonBlocks implements Subject {

    private final String library;
    private final String how;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private final String version;
    private double processorSeconds;

    /**
     * Starts the process.
     *
     * @param library name of the library
     * @param how what to say of it behind its version
     * @param script the Python script, which tells the version of the library first
     * @param threads number of threads
     * @param arguments of the script
     * @throws IOException if there is no such library
     */
    PythonBlocks(String library, String how, Path script, int threads, String... arguments) throws IOException {
        this.library = library;
        this.how = how;
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        process = builder.start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        version = answer();
    }

    @Override
    public String name() {
        return library + " " + version + ", " + how;
    }

    @Override
    public double processorSeconds() {
        return processorSeconds;
    }

    /** Its answer is the speed and the seconds of processor time of this block. */
    @Override
    public double block() throws IOException {
        orders.println("block");
        String[] figures = answer().split(" ");
        processorSeconds += Double.parseDouble(figures[1]);
        return Double.parseDouble(figures[0]);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(library + " does not run here");
        }
        return line;
    }
}
