// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.number.InvalidArrayException;
import org.vesalius.dataset.number.NpyFormat;
import org.vesalius.dataset.number.NpzFile;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.dataset.number.NumberTable;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.network.Input;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Tensor;

/**
 * Reads the files that are given for inputs.
 *
 * @param readers the readers of images
 * @param scale what the values 0…255 of images are multiplied by
 * @param told is told what is black and white in images whose files don't say it
 */
record GivenNumbers(ColumnReaders readers, String scale, Consumer<String> told) {
    /**
     * The samples for an input, the first axis counting them.
     *
     * @param number of the input, from 0
     * @throws ReportedException if a file can't be used
     */
    NumberArray read(Input input, int number, boolean alone, List<Path> files) {
        GivenFiles.Kind kind = GivenFiles.Kind.of(files.get(0));
        if (files.stream().anyMatch(file -> GivenFiles.Kind.of(file) != kind)
                || kind != GivenFiles.Kind.IMAGE && files.size() > 1) {
            throw refused("Several files are given for the input '" + input.getName() + "'",
                    "Give one .npz, .npy or .csv file, or images");
        }
        Path file = files.get(0);
        try {
            return switch (kind) {
                case NPZ -> named(input, number, alone, file);
                case NPY -> single(file);
                case CSV -> NumberTable.read(file);
                case IMAGE -> images(input, alone, files);
            };
        } catch (InvalidArrayException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file for the input '" + input.getName() + "' "
                    + e.getMessage(), file, "Give arrays or tables of numbers, as NumPy's savez or a spreadsheet writes them", e);
        } catch (NoSuchFileException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no such file", file, "Check the name", e);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The file for the input '" + input.getName()
                    + "' can't be read", file, "Check that it is a file and that you may read it", e);
        }
    }

    private static NumberArray single(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NpyFormat.read(in);
        }
    }

    private static NumberArray named(Input input, int number, boolean alone, Path file) throws IOException {
        try (NpzFile arrays = NpzFile.open(file)) {
            List<String> names = arrays.names();
            String name = Stream.of(input.getName(), "x" + number).filter(names::contains).findFirst()
                    .or(() -> alone && names.size() == 1 ? names.stream().findFirst() : Optional.empty())
                    .orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "The file holds no array '"
                            + input.getName() + "' or 'x" + number + "'", file, "It holds: " + String.join(", ", names)));
            return arrays.read(name);
        }
    }

    private NumberArray images(Input input, boolean alone, List<Path> files) throws IOException {
        int[] shape = shape(input);
        Tensor tensor = new GivenPictures(input.getName(), shape, files, scale).read(readers,
                remark -> told.accept(alone ? remark : "Input '" + input.getName() + "': " + remark));
        return new NumberArray(tensor.shape(), tensor.values());
    }

    private static int[] shape(Input input) {
        Shape shape = input.getShape();
        if (shape == null || shape.rank() != 3 || !shape.known() || shape.size(2) != 1 && shape.size(2) != 3) {
            throw refused("The input '" + input.getName() + "' takes no images of a known size"
                    + (shape == null ? "" : ": its shape is " + shape.display()),
                    "Complete the shape in the network, or give a .npz file");
        }
        return new int[] {shape.size(0), shape.size(1), shape.size(2)};
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
