// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.head;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.phantom.ChestPhantom;

/**
 * The reader {@code head-phantom}: the volume of a head with a tumour, the skull taken off, {@value #SIZE} voxels of {@value #SPACING} mm along z, y
 * and x, written {@code head:patient=12,tumour=ring}; tumours are solid, ring or dark. The column option {@code seed} (a whole
 * number, 0 if not set) makes other patients.
 */
public final class HeadPhantom implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "head-phantom";
    /** Voxels along each axis. */
    public static final int SIZE = 24;
    /** Distance of voxels in mm. */
    public static final double SPACING = 8;

    static final double NOISE = 10;

    private static final Pattern TEXT = Pattern.compile("head:patient=(\\d{1,9}),tumour=([a-z]+)");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean readsFiles() {
        return false;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        Head head = head(value, options);
        return ID + " " + head.seed() + " " + head.patient() + " " + head.type().text();
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        Head head = head(value, options);
        SeededRandom noise = head.random("noise");
        float[] values = head.still();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(0, values[i] + NOISE * noise.nearNormal());
        }
        return TypedArray.of(new ArrayDescription(List.of(new Axis(Axis.Z, SIZE, SPACING), new Axis(Axis.Y, SIZE, SPACING),
                new Axis(Axis.X, SIZE, SPACING)), ElementType.F32, "", "RAS"), values);
    }

    private static Head head(String value, Map<String, String> options) throws UnreadableImageException {
        Matcher matcher = TEXT.matcher(value);
        Optional<TumourType> type = matcher.matches() ? TumourType.of(matcher.group(2)) : Optional.empty();
        if (type.isEmpty()) {
            throw new UnreadableImageException(
                    "describes no head phantom; it should read like head:patient=12,tumour=ring");
        }
        try {
            return new Head(Long.parseLong(options.getOrDefault(ChestPhantom.SEED, "0")), Integer.parseInt(matcher.group(1)),
                    type.get());
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("can't be made: the option seed must be a whole number", e);
        }
    }
}

/**
 * A head with a tumour.
 *
 * @param seed other seeds make other patients
 * @param patient number of the patient, who has one brain and one place for a tumour
 * @param type what the tumour looks like
 */
record Head(long seed, int patient, TumourType type) {
    private static final double MIDDLE = (HeadPhantom.SIZE - 1) / 2.0;

    SeededRandom random(String part) {
        return SeededRandom.of(seed, SeededRandom.key(HeadPhantom.ID), SeededRandom.key(part), patient);
    }

    /** The tumour: where it is, how large and how bright. */
    Tumour tumour() {
        return Tumour.in(new Brain(random("brain")), random("tumour"));
    }

    /** The volume without noise. */
    float[] still() {
        Brain brain = new Brain(random("brain"));
        Tumour tumour = tumour();
        int size = HeadPhantom.SIZE;
        float[] values = new float[size * size * size];
        for (int i = 0; i < values.length; i++) {
            Place place = place(i / (size * size), i / size % size, i % size);
            values[i] = (float) (brain.at(place) + tumour.at(place, type));
        }
        return values;
    }

    static Place place(int slice, int row, int column) {
        return new Place((column - MIDDLE) * HeadPhantom.SPACING, (row - MIDDLE) * HeadPhantom.SPACING,
                (slice - MIDDLE) * HeadPhantom.SPACING);
    }
}
