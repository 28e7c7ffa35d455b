// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** What may be replaced by a file, and what never is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLinkAndWhatItLeadsToStayAsTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.csv"), "kept");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

        assertRefused(link, "link");

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("kept");
    }

    @Test
    void aLinkThatLeadsNowhereOrToAPipeIsRefused() throws IOException, InterruptedException {
        assertRefused(Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("absent")), "link");
        assertRefused(Files.createSymbolicLink(folder.resolve("to-pipe"), pipe()), "link");
        assertThat(folder.resolve("absent")).doesNotExist();
    }

    @Test
    void foldersPipesAndSocketsAreRefused() throws IOException, InterruptedException {
        assertRefused(folder, "folder");
        assertRefused(Path.of("/"), "root of the disk");
        assertRefused(pipe(), "pipe");
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertRefused(socket, "socket");
        }
    }

    @Test
    void aMissingFolderIsToldBeforehand() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new OutputFile(folder.resolve("absent/x.csv")).requireWritable())
                .isInstanceOf(ReportedException.class).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new OutputFile(file.resolve("x.csv")).requireWritable())
                .isInstanceOf(ReportedException.class).hasMessageContaining("no folder");
        assertThatThrownBy(() -> new OutputFile(folder.resolve("x".repeat(300))).requireWritable())
                .isInstanceOfSatisfying(ReportedException.class,
                        e -> assertThat(e.kind()).isEqualTo(ErrorKind.ENVIRONMENT));
    }

    @Test
    void theLongestNameTheDiskTakesCanBeWritten() throws IOException {
        Path file = folder.resolve("n".repeat(255));
        new OutputFile(file).requireWritable();
        new AtomicFile(file).writeText("content");
        assertThat(file).hasContent("content");
    }

    @Test
    void anInputIsNotReplacedByWhateverName() throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), "");
        Path same = Files.createDirectory(folder.resolve("sub")).resolve("../in.csv");
        Path hard = Files.createLink(folder.resolve("hard.csv"), file);

        assertThatCode(() -> new OutputFile(file).requireNoneOf(List.of(folder.resolve("absent"), folder)))
                .doesNotThrowAnyException();
        for (Path output : List.of(file, same, hard)) {
            assertThatThrownBy(() -> new OutputFile(output).requireNoneOf(List.of(file)))
                    .isInstanceOf(ReportedException.class).hasMessageContaining("read and replaced");
        }
    }

    @Test
    void aFolderToWriteToIsMadeButNeverTheRootAndNeverBelowAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatCode(() -> new OutputFolder(folder.resolve("a/b/c")).requireWritable()).doesNotThrowAnyException();
        assertThatCode(() -> new OutputFolder(folder).requireWritable()).doesNotThrowAnyException();
        for (Path wrong : List.of(Path.of("/"), file, file.resolve("below"), Path.of("/dev/null/x"))) {
            assertThatThrownBy(() -> new OutputFolder(wrong).requireWritable()).isInstanceOfSatisfying(
                    ReportedException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT));
        }
    }

    // Java makes none itself; it stands for all that is no file, since a test must not try real devices
    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    private static void assertRefused(Path output, String reason) {
        assertThatThrownBy(() -> new AtomicFile(output).writeText("new")).isInstanceOfSatisfying(
                ReportedException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
                    assertThat(e.where()).contains(output);
                    assertThat(e.getMessage()).contains(reason);
                    assertThat(e.remedy()).isNotBlank();
                });
        assertThatThrownBy(() -> new OutputFile(output).requireWritable()).isInstanceOf(ReportedException.class);
        assertThat(Files.exists(output, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
}
