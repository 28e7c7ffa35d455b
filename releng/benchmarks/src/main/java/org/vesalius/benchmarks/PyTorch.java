// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The same network in PyTorch, in a process that trains a block whenever it is told to. */
final class PyTorch implements Subject {

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private final String version;

    /**
     * Starts the process.
     *
     * @param script the Python script
     * @param threads number of threads
     * @param steps training steps in a block
     * @throws IOException if there is no PyTorch
     */
    PyTorch(Path script, int threads, int steps) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", script.toString(), Integer.toString(threads),
                Integer.toString(steps)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        process = builder.start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        version = answer();
    }

    @Override
    public String name() {
        return "PyTorch " + version + ", channels last";
    }

    @Override
    public boolean isInProcess() {
        return false;
    }

    @Override
    public double block() throws IOException {
        orders.println("block");
        return Double.parseDouble(answer());
    }

    @Override
    public void close() {
        process.destroy();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("PyTorch does not run here");
        }
        return line;
    }
}
