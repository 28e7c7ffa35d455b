// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.stated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code examples/README.md} says of an example: a row of its table.
 *
 * @param metric id of the metric that is stated
 * @param reached what the network reaches on the test part
 * @param best what could be learned at best of the test part, by the truth behind the data; NaN where nobody knows
 * @param baseline what is reached without the network
 */
public record StatedFigures(String metric, double reached, double best, double baseline) {
    private static final int COLUMNS = 7;
    private static final Pattern NUMBER = Pattern.compile("(\\d?\\.\\d+|\\d)\\b.*");

    /** The folder of examples, above the folder that tests run in. */
    public static Path examples() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples/chest-phantom"))) {
            folder = folder.getParent();
        }
        return folder.resolve("examples");
    }

    /** The names of all examples that are trained, those with an experiment of their name. */
    public static List<String> trained() {
        try (Stream<Path> folders = Files.list(examples())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(examples().resolve(name).resolve(name + ".experiment"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is stated of an example.
     *
     * @throws IllegalStateException if it is in no row of the table
     */
    public static StatedFigures of(String example) {
        StatedFigures figures = all().get(example);
        if (figures == null) {
            throw new IllegalStateException("examples/README.md states no figures of " + example);
        }
        return figures;
    }

    private static Map<String, StatedFigures> all() {
        Map<String, StatedFigures> all = new TreeMap<>();
        try (Stream<String> lines = Files.lines(examples().resolve("README.md"))) {
            lines.filter(line -> line.startsWith("| `")).map(line -> line.split("\\s*\\|\\s*"))
                    .filter(cells -> cells.length == COLUMNS + 1).forEach(cells -> all.put(cells[1].replace("`", ""),
                            new StatedFigures(cells[3].replace("`", ""), number(cells[4]), number(cells[5]), number(cells[6]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static double number(String cell) {
        Matcher matcher = NUMBER.matcher(cell);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
