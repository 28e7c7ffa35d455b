// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.number.NpyFormat;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.NpyReader;
import org.vesalius.dataset.tensor.ArrayLoader;
import org.vesalius.experiment.encoding.ArrayScale;

/** Files that are predicted give a network what those of the training gave it. */
class EncodedSamplesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeSequences() throws IOException {
        write("whole.npy", 1, 10, 3, 30);
        write("gaps.npy", 5, 20, Float.NaN, 40);
    }

    @Test
    void arraysAreStandardisedAsInTraining() throws IOException {
        EncodedSamples given = given(new ArrayScale(List.of(3.0, 20.0), List.of(2.0, 10.0))::standardise);

        // (1-3)/2, (10-20)/10, 0, 1; then 1, 0, a gap, 2
        assertThat(given.encode(0, 2).batch().inputs().get("series").values()).containsExactly(-1, -1, 0, 1, 1, 0, 0, 2);
        assertThat(given.unreadable()).isEmpty();
    }

    @Test
    void gapsAreUnreadableWhereNothingStandsInForThem() throws IOException {
        EncodedSamples given = given(ArrayInput::refuseGaps);

        assertThat(given.encode(0, 2).batch().inputs().get("series").values()).containsExactly(1, 10, 3, 30);
        assertThat(given.unreadable()).isEqualTo(Map.of(1, "has gaps, values that are no numbers"));
    }

    /** 8 bits have one scale; of 16 nobody says how many are in use. */
    @Test
    void deepPicturesAreToldWhereTheDataSetDoesNotSayWhatIsWhite() throws IOException {
        picture("plain.png", BufferedImage.TYPE_BYTE_GRAY);
        picture("deep.png", BufferedImage.TYPE_USHORT_GRAY);

        assertThat(pictures(Map.of()).remarks()).singleElement().asString().startsWith("1 image of more than 8 bits: ");
        assertThat(pictures(Map.of("depth", "16", "white", "4095")).remarks()).isEmpty();
    }

    private void picture(String name, int type) throws IOException {
        ImageIO.write(new BufferedImage(8, 8, type), "png", folder.resolve(name).toFile());
    }

    private EncodedSamples pictures(Map<String, String> options) throws IOException {
        Column column = Column.image("scan", ImageFileReader.ID, options);
        ColumnReaders readers = ColumnReaders.standard();
        UnsaidScale unsaid = new UnsaidScale();
        FileSamples samples = new FileSamples(
                List.of(folder.resolve("plain.png").toString(), folder.resolve("deep.png").toString()), readers);
        EncodedSamples given = new EncodedSamples(samples, List.of(new ArrayInput("scan",
                new ArrayLoader(column, new int[] {8, 8, 1}, unsaid.watching(column, readers)), ArrayInput::refuseGaps,
                column, samples)), unsaid);
        assertThat(given.encode(0, 2).numbers()).containsExactly(0, 1);
        return given;
    }

    private EncodedSamples given(ArrayInput.Finish finish) {
        Column column = new Column("series", ColumnType.ARRAY, ColumnRole.INPUT, NpyReader.ID,
                Map.of("axes", "time,channel"), List.of());
        ColumnReaders readers = new ColumnReaders(List.of(new NpyReader()));
        FileSamples samples = new FileSamples(
                List.of(folder.resolve("whole.npy").toString(), folder.resolve("gaps.npy").toString()), readers);
        return new EncodedSamples(samples, List.of(new ArrayInput("series",
                new ArrayLoader(column, new int[] {2, 2}, readers), finish, column, samples)));
    }

    private void write(String name, float... values) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            NpyFormat.write(new NumberArray(new int[] {2, 2}, values), out);
        }
    }
}
