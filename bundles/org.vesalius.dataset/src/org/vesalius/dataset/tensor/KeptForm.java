// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.PictureReader;

/** How the arrays of a column are kept, and what networks get of them. */
interface KeptForm {

    /**
     * The form for a column.
     *
     * @param shape sizes of the axes that a network takes, without the batch axis
     * @throws org.vesalius.core.ReportedException if the column's options are wrong
     */
    static KeptForm of(Column column, int[] shape) {
        if (column.type() != ColumnType.IMAGE) {
            return new ArrayForm(column, shape, Steps.of(column));
        }
        TensorSpec spec = new TensorSpec(shape[0], shape[1], shape[2]);
        return column.categories().isEmpty() ? new PictureForm(column, spec, ValueScale.of(column))
                : new CategoryForm(column, spec);
    }

    /** Sizes of the axes that networks get. */
    int[] shape();

    /** The type of the kept values. */
    ElementType type();

    /** What kept bytes depend on beside the reader and the column's options. */
    String key();

    /** An array as it is kept. */
    byte[] store(ColumnReader reader, Path root, String value) throws IOException;

    /** What a network gets of kept bytes. */
    void restore(byte[] stored, float[] destination, int offset);

    /** How many values one array has. */
    default int length() {
        return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
    }

    /** Bytes that one array is kept in. */
    default int bytes() {
        return Math.multiplyExact(length(), type().bytes());
    }
}

/** Pictures: in grey or colour, resized, 0…255 in 8 or 16 bits. */
record PictureForm(Column column, TensorSpec spec, ValueScale scale) implements KeptForm {
    @Override
    public int[] shape() {
        return spec.shape();
    }

    @Override
    public ElementType type() {
        return scale.type();
    }

    @Override
    public String key() {
        return Preprocessing.VERSION + ' ' + spec;
    }

    @Override
    public byte[] store(ColumnReader reader, Path root, String value) throws IOException {
        return new PictureReader(reader).read(root, value, column.options(),
                image -> scale.store(new Preprocessing(spec).apply(image).values()));
    }

    @Override
    public void restore(byte[] stored, float[] destination, int offset) {
        scale.restore(stored, destination, offset);
    }
}

/**
 * Pictures whose values are the numbers of categories: resized, each place gets the category that has most of it there; of
 * equal ones the last.
 */
record CategoryForm(Column column, TensorSpec spec) implements KeptForm {
    private static final String VERSION = "categories 1";

    @Override
    public int[] shape() {
        return spec.shape();
    }

    @Override
    public ElementType type() {
        return ElementType.U8;
    }

    @Override
    public String key() {
        return VERSION + ' ' + spec + ' ' + column.categories().size();
    }

    @Override
    public byte[] store(ColumnReader reader, Path root, String value) throws IOException {
        return reader.read(root, value, column.options(), array -> resized(Picture.of(array).array()));
    }

    private byte[] resized(TypedArray picture) throws UnreadableImageException {
        int[] size = picture.description().shape();
        if (size[2] != 1 || spec.channels() != 1) {
            throw new UnreadableImageException("is no mask of categories but a picture in colour");
        }
        float[] numbers = picture.floats();
        CategoryShares shares = new CategoryShares(spec.length());
        Resampling resampling = new Resampling(spec.height(), spec.width());
        for (int category = 0; category < column.categories().size(); category++) {
            float[] marks = CategoryShares.marks(numbers, category);
            if (marks.length > 0) {
                shares.add(category, resampling.apply(new PixelImage(size[0], size[1], 1, marks)).values());
            }
        }
        return shares.stored();
    }

    @Override
    public void restore(byte[] stored, float[] destination, int offset) {
        for (int i = 0; i < stored.length; i++) {
            destination[offset + i] = stored[i] & 0xFF;
        }
    }
}

/** Any arrays, after the steps of their column: in their own type where the steps leave it, else in single precision. */
record ArrayForm(Column column, int[] shape, Steps steps) implements KeptForm {
    private static final String VERSION = "array 1";

    @Override
    public ElementType type() {
        return steps.type();
    }

    @Override
    public String key() {
        return VERSION + ' ' + Arrays.toString(shape);
    }

    @Override
    public byte[] store(ColumnReader reader, Path root, String value) throws IOException {
        return reader.read(root, value, column.options(), array -> store(steps.apply(array)));
    }

    private byte[] store(TypedArray array) throws UnreadableImageException {
        requireShape(array.description());
        ByteBuffer stored = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (array.description().type() == type()) {
            array.putInto(stored);
            return stored.array();
        }
        float[] values = array.floats();
        if (type().whole()) {
            requireWhole(values);
        }
        TypedArray.of(array.description().as(type()), values).putInto(stored);
        return stored.array();
    }

    private void requireShape(ArrayDescription description) throws UnreadableImageException {
        if (!Arrays.equals(significant(description.shape()), significant(shape))) {
            throw new UnreadableImageException("is " + description.axes().stream().map(Axis::size).map(String::valueOf)
                    .collect(Collectors.joining("×")) + " after its preprocessing, and the network takes "
                    + Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"))
                    + " (the steps 'resample' and 'fit' bring arrays to a size)");
        }
    }

    /** Axes of one place make no difference. */
    private static int[] significant(int[] shape) {
        return Arrays.stream(shape).filter(size -> size != 1).toArray();
    }

    private void requireWhole(float[] values) throws UnreadableImageException {
        for (float value : values) {
            if (value != Math.rint(value) || value < type().least() || value > type().greatest()) {
                throw new UnreadableImageException("holds values that are none of the type " + type().text()
                        + " which its column names");
            }
        }
    }

    @Override
    public void restore(byte[] stored, float[] destination, int offset) {
        ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = TypedArray.takeFrom(bytes, ArrayDescription.of(type(), Axis.of(Axis.X, length()))).floats();
        System.arraycopy(values, 0, destination, offset, values.length);
    }
}
