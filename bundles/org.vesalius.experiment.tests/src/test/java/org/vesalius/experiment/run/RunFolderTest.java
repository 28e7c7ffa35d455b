// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Instant TIME = Instant.parse("2026-11-23T18:45:07.9Z");

    @TempDir
    private Path folder;

    @Test
    void isNamedByTimeNameAndSeed() throws IOException {
        RunFolder run = create("chest-phantom", 42);

        assertThat(run.name()).isEqualTo("20261123T184507Z_chest-phantom_42");
        assertThat(run.exists()).isTrue();
    }

    @Test
    void keepsNamesOfPeopleAndDropsWhatLeavesTheFolder() throws IOException {
        assertThat(create("../../etc/passwd", 1).path()).hasParent(folder.resolve("runs"));
        assertThat(create("\u80ba\u90e8 CT: A/B", 1).name()).endsWith("_\u80ba\u90e8-CT-A-B_1");
        assertThat(create("...", 1).name()).endsWith("_run_1");
        assertThat(create("x".repeat(500), 1).name()).hasSizeLessThan(90);
    }

    @Test
    void theNameTellsTheFold() throws IOException {
        assertThat(create("heart disease-fold-north", 1).fold("heart disease")).contains("north");
        assertThat(create("heart disease-fold-north", 1).fold("heart disease")).contains("north");
        assertThat(create("heart disease", 1).fold("heart disease")).isEmpty();
        assertThat(create("a-fold-b", 1).fold("a-fold-b")).isEmpty();
        assertThat(create("a-fold-b-fold-site_2", -7).fold("a-fold-b")).contains("site-2");
    }

    @Test
    void runsPreparedAtOnceGetFoldersOfTheirOwn() throws Exception {
        int runs = 24;
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<RunFolder>> made = new ArrayList<>();
        for (Callable<RunFolder> task : IntStream.range(0, runs).<Callable<RunFolder>>mapToObj(
                i -> () -> RunFolder.create(folder.resolve("runs"), "same", 1, TIME, fill("run " + i))).toList()) {
            made.add(pool.submit(task));
        }
        Set<String> contents = new HashSet<>();
        for (Future<RunFolder> run : made) {
            contents.add(Files.readString(run.get().record()));
        }
        pool.shutdown();

        assertThat(contents).hasSize(runs);
        assertThat(children()).hasSize(runs).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void leavesNothingBehindWhenItCantBeFilled() {
        assertThatThrownBy(() -> RunFolder.create(folder.resolve("runs"), "a", 1, TIME, run -> {
            Files.writeString(run.network(), "half");
            throw new IOException("No space left on device");
        })).isInstanceOf(IOException.class).hasMessageContaining("No space");

        assertThat(children()).isEmpty();
    }

    private RunFolder create(String name, long seed) throws IOException {
        return RunFolder.create(folder.resolve("runs"), name, seed, TIME, fill("{}"));
    }

    private static RunFolder.Filler fill(String text) {
        return run -> Files.writeString(run.record(), text);
    }

    private Set<String> children() {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
