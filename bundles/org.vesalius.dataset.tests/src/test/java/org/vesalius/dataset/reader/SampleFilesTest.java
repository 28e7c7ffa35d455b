// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.mask.MaskReader;
import org.vesalius.dataset.pixel.UnreadableImageException;

class SampleFilesTest {
    private final ImageFileReader images = new ImageFileReader();

    @TempDir
    private Path folder;
    private Path root;

    @BeforeEach
    void write() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/c.png"), "12345");
        Files.writeString(root.resolve("d.png"), "123");
        Files.writeString(folder.resolve("outside.png"), "1");
    }

    @Test
    void aFileIsAsTheSystemSays() throws IOException {
        assertThat(new SampleFiles(root).ordinary(images, "a/b/c.png")).containsExactly(FileStamp.of(root.resolve("a/b/c.png")))
                .singleElement().satisfies(stamp -> assertThat(stamp.size()).isEqualTo(5));
        assertThat(new SampleFiles(root).ordinary(images, "d.png")).containsExactly(FileStamp.of(root.resolve("d.png")));
    }

    @Test
    void whatIsNoOrdinaryFileIsLeftToTheReader() throws IOException {
        Files.writeString(root.resolve("empty.png"), "");
        SampleFiles files = new SampleFiles(root);

        for (String value : new String[] {"", "/", "/d.png", "a", "a/b", "a/b/", "none.png", "a/none/c.png", "d.png/c.png", "./d.png",
            "a/../d.png", "../outside.png", "a//b/c.png", "a\\b\\c.png", "..", "\0", "empty.png"}) {
            assertThat(files.ordinary(images, value)).as(value).isEmpty();
        }
    }

    @Test
    void linksAreLeftToTheReader() throws IOException {
        Files.createSymbolicLink(root.resolve("link.png"), folder.resolve("outside.png"));
        Files.createSymbolicLink(root.resolve("inside.png"), root.resolve("d.png"));
        Files.createSymbolicLink(root.resolve("a/linked"), folder);
        SampleFiles files = new SampleFiles(root);

        assertThat(files.ordinary(images, "link.png")).isEmpty();
        assertThat(files.ordinary(images, "inside.png")).isEmpty();
        assertThat(files.ordinary(images, "a/linked/outside.png")).isEmpty();
        assertThatThrownBy(() -> images.requirePresent(root, "a/linked/outside.png")).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("leads out");
    }

    /** The root itself may be a link: what it is called is the user's. */
    @Test
    void theRootMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), root);

        assertThat(new SampleFiles(link).ordinary(images, "a/b/c.png")).hasSize(1);
    }

    @Test
    void ofSeveralFilesEachIsToBeOrdinary() throws IOException {
        SampleFiles files = new SampleFiles(root);

        assertThat(files.ordinary(new MaskReader(), "1:a/b/c.png|2:d.png")).extracting(FileStamp::size).containsExactly(5L, 3L);
        assertThat(files.ordinary(new MaskReader(), "1:a/b/c.png|2:none.png")).isEmpty();
        assertThat(files.ordinary(new NiftiReader(), "scan.hdr")).isEmpty();
        Files.writeString(root.resolve("scan.hdr"), "1");
        Files.writeString(root.resolve("scan.img"), "12");
        assertThat(new SampleFiles(root).ordinary(new NiftiReader(), "scan.img")).extracting(FileStamp::size).containsExactly(1L, 2L);
        assertThat(new SampleFiles(root).ordinary(new NiftiReader(), NiftiReader.unmarked("d.png"))).hasSize(1);
        Files.writeString(root.resolve("scans.npy"), "12");
        assertThat(new SampleFiles(root).ordinary(new NpyReader(), "scans.npy/7")).hasSize(1);
        assertThatThrownBy(() -> files.ordinary(new NpyReader(), "scans")).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void allSeeTheSameHoweverLateTheyAsk() throws IOException {
        SampleFiles files = new SampleFiles(root);
        FileStamp before = files.ordinary(images, "d.png").get(0);
        Files.writeString(root.resolve("d.png"), "longer than before");

        assertThat(files.ordinary(images, "d.png")).containsExactly(before);
        assertThat(files.toString()).doesNotContain(root.toString());
    }
}
