// SPDX-License-Identifier: EPL-2.0
package org.vesalius.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Writes the commit that is built into a file of properties. Arguments: a folder of the sources, and
 * the file. The commit is {@code unknown} outside a clone or without Git, and ends in {@code
 * +changes} when tracked files differ from it.
 */
public final class WriteCommit {

    private static final int LONGEST_SECONDS = 20;

    private WriteCommit() {}

    /**
     * Writes the file.
     *
     * @throws IOException when it can't be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected: <folder of the sources> <file>");
        }
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "commit=" + commit(Path.of(arguments[0])) + "\n");
    }

    private static String commit(Path sources) throws IOException {
        Optional<String> head = git(sources, "rev-parse", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        boolean clean =
                git(sources, "status", "--porcelain", "--untracked-files=no").filter(String::isEmpty).isPresent();
        return clean ? head.get() : head.get() + "+changes";
    }

    /** What Git answers; empty where there is none, or it knows nothing of the folder. */
    private static Optional<String> git(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(words));
        Path answer = Files.createTempFile("commit", ".txt");
        try {
            Process git =
                    new ProcessBuilder(command)
                            .redirectOutput(answer.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                git.destroyForcibly();
            }
            return ended && git.exitValue() == 0
                    ? Optional.of(Files.readString(answer, StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            // there is no Git here
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Files.delete(answer);
        }
    }
}
