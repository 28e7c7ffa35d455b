// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.volume.ArrayTarget;
import org.vesalius.dicom.codec.Codec.Samples;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.TransferSyntax.Compression;

/**
 * The pixels of a file. One frame is a picture of the axes y, x and channel; frames that lie in the patient are a volume z, y, x
 * in RAS+, other frames a film time, y, x and channel. Grey values are in real units, as rescale or modality look-up table say;
 * colours are red, green and blue. Which values are black and white stands in the description of the array.
 */
public final class DicomImage {
    private static final double MILLISECONDS = 1000;

    private final DataSet data;
    private final PixelFormat format;
    private final Frames frames;
    private final FrameGroups groups;
    private final Optional<Colors> colors;
    /** Whether a value may stand higher in its word than at the least significant bit. */
    private final boolean inWords;

    private DicomImage(DicomFile file) throws IOException {
        this.data = file.data();
        if (!data.has(Tag.PIXEL_DATA) && (data.has(Tag.FLOAT_PIXEL_DATA) || data.has(Tag.DOUBLE_PIXEL_DATA))) {
            throw new UnreadableImageException("holds pixels in floating point, which can't be read");
        }
        this.format = PixelFormat.of(data);
        this.frames = Frames.of(file, format);
        this.groups = new FrameGroups(data);
        this.colors = format.grey() ? Optional.empty() : Optional.of(Colors.of(data, format));
        this.inWords = file.syntax().compression() == Compression.NONE || file.syntax().compression() == Compression.RLE;
    }

    /**
     * The pixels of a file, not yet decoded.
     *
     * @throws UnreadableImageException if it has none that can be read
     */
    public static DicomImage of(DicomFile file) throws IOException {
        return new DicomImage(file);
    }

    /** Whether a header says by a table or a curve how its picture is shown. It is shown with all values there can be. */
    public static boolean isShownByCurve(DataSet data) throws IOException {
        return Window.isCurve(new FrameGroups(data).of(0, ImageTags.FRAME_VOI));
    }

    /** How many frames there are. */
    public int frames() {
        return format.frames();
    }

    /**
     * What the array holds.
     *
     * @param options of the column
     */
    public ArrayDescription description(Map<String, String> options) throws IOException {
        return stacked() ? volume().description() : plain(options);
    }

    /** Decodes all frames. */
    public TypedArray read(Map<String, String> options) throws IOException {
        if (stacked()) {
            return volume().read();
        }
        ArrayDescription description = plain(options);
        ArrayTarget target = ArrayTarget.of(description);
        int size = description.length() / format.frames();
        for (int frame = 0; frame < format.frames(); frame++) {
            put(frame, target, new Raster(frame * size, format.width() * channels(), channels()));
        }
        return target.array(description);
    }

    private boolean stacked() {
        return format.frames() > 1 && format.grey() && groups.placed(format.frames());
    }

    private Volume volume() throws IOException {
        return Volume.of(IntStream.range(0, format.frames()).mapToObj(frame -> new Volume.Slice(this, frame)).toList());
    }

    private int channels() {
        return colors.isPresent() ? 3 : 1;
    }

    private ArrayDescription plain(Map<String, String> options) throws IOException {
        double[] spacing = groups.spacing(0);
        List<Axis> axes = new ArrayList<>(List.of(new Axis(Axis.Y, format.height(), spacing[0]),
                new Axis(Axis.X, format.width(), spacing[1]), Axis.of(Axis.CHANNEL, channels())));
        if (format.frames() > 1) {
            double time = data.number(ImageTags.FRAME_TIME).orElse(0) / MILLISECONDS;
            axes.add(0, new Axis(Axis.TIME, format.frames(), time > 0 ? time : 0));
        }
        if (colors.isPresent()) {
            double most = Math.pow(2, colors.get().bits()) - 1;
            return new ArrayDescription(axes, Rescale.type(0, most, colors.get().bits() <= Short.SIZE), "", "",
                    Brightness.between(0, most));
        }
        Range range = range();
        Optional<Window> window = Window.of(options, groups.of(0, ImageTags.FRAME_VOI));
        Brightness brightness = window.orElse(new Window(range.least(), range.greatest())).brightness(format.zeroIsWhite());
        return new ArrayDescription(axes, range.type(), range.unit(), "", brightness);
    }

    /**
     * Between which values all grey values of frames lie.
     *
     * @param whole whether they are whole
     * @param unit of them; empty where it isn't known or not the same for all
     */
    record Range(double least, double greatest, boolean whole, String unit) {
        ElementType type() {
            return Rescale.type(least, greatest, whole);
        }

        Range with(Range other) {
            return new Range(Math.min(least, other.least), Math.max(greatest, other.greatest), whole && other.whole,
                    unit.equals(other.unit) ? unit : "");
        }
    }

    private Range range() throws IOException {
        Range range = range(0);
        for (int frame = 1; frame < format.frames() && !data.items(ImageTags.FRAME_GROUPS).isEmpty(); frame++) {
            range = range.with(range(frame));
        }
        return range;
    }

    Range range(int frame) throws IOException {
        Rescale rescale = rescale(frame);
        return new Range(rescale.least(format), rescale.greatest(format), rescale.whole(), rescale.unit());
    }

    private Rescale rescale(int frame) throws IOException {
        return Rescale.of(data, groups.of(frame, ImageTags.PIXEL_TRANSFORMATION), format);
    }

    PixelFormat format() {
        return format;
    }

    /** Where a frame lies. */
    SliceStack.Place place(int frame) throws IOException {
        return new SliceStack.Place(groups.position(frame), groups.orientation(frame), groups.spacing(frame));
    }

    /** The series that it is of. */
    Optional<String> series() throws IOException {
        return data.text(ImageTags.SERIES);
    }

    /**
     * Where the values of a frame belong in an array.
     *
     * @param start place of the first
     * @param row from one row to the next
     * @param column from one column to the next
     */
    record Raster(int start, int row, int column) {
    }

    /** Decodes a frame into an array. */
    void put(int frame, ArrayTarget target, Raster raster) throws IOException {
        Samples samples = frames.read(frame);
        if (colors.isPresent()) {
            putColors(samples, target, raster.start());
            return;
        }
        Rescale rescale = rescale(frame);
        int[] values = samples.values();
        int next = 0;
        for (int y = 0; y < format.height(); y++) {
            int place = raster.start() + y * raster.row();
            for (int x = 0; x < format.width(); x++) {
                target.put(place, rescale.of(stored(values[next++])));
                place += raster.column();
            }
        }
    }

    private void putColors(Samples samples, ArrayTarget target, int start) throws UnreadableImageException {
        int[] raw = samples.values();
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (int) stored(raw[i]);
        }
        int[] values = colors.orElseThrow().of(samples);
        long mask = colors.orElseThrow().bits() == Integer.SIZE ? 0xFFFFFFFFL : -1L;
        for (int i = 0; i < values.length; i++) {
            target.put(start + i, values[i] & mask);
        }
    }

    /** The bits of a word that are its value, with their sign. */
    private long stored(int word) {
        if (!inWords && !format.signed()) {
            // what is lossy may be more than the picture had
            return Math.min(Math.max(word, 0), (long) format.greatest());
        }
        int unused = Long.SIZE - format.stored();
        long bits = (long) word << unused - (inWords ? format.high() + 1 - format.stored() : 0);
        return format.signed() ? bits >> unused : bits >>> unused;
    }
}
