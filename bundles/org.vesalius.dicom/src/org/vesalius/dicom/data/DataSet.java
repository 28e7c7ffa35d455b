// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Data elements in the order of their file. A data set in a sequence takes the character set of the one around it where it
 * has none of its own (PS3.3, C.12.1.1.2).
 */
public final class DataSet {
    private static final int MOST_BYTES = 1 << 26;

    private final List<Element> elements;
    private final boolean open;
    private Optional<DataSet> around = Optional.empty();

    /**
     * A data set.
     *
     * @param elements in their order
     * @param open whether a delimiter ends it in its sequence rather than a length
     */
    public DataSet(List<Element> elements, boolean open) {
        this.elements = List.copyOf(elements);
        this.open = open;
        for (Element element : this.elements) {
            if (element.value() instanceof Value.Items items) {
                items.sets().forEach(set -> set.around = Optional.of(this));
            }
        }
    }

    /** In the order of the file. */
    public List<Element> elements() {
        return elements;
    }

    /** Whether a delimiter ends it in its sequence rather than a length. */
    public boolean open() {
        return open;
    }

    /** The element of a tag, the first if there are two. */
    public Optional<Element> element(Tag tag) {
        for (Element element : elements) {
            if (element.tag().equals(tag)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Whether there is an element of this tag that holds anything. */
    public boolean has(Tag tag) {
        return element(tag).map(Element::value).filter(value -> !(value instanceof Value.Bytes bytes)
                || bytes.content().length > 0).isPresent();
    }

    /** The data sets of a sequence; none if there is no such element. */
    public List<DataSet> items(Tag tag) {
        return element(tag).map(Element::value).filter(Value.Items.class::isInstance).map(Value.Items.class::cast)
                .map(Value.Items::sets).orElse(List.of());
    }

    /** The first data set of a sequence. */
    public Optional<DataSet> item(Tag tag) {
        return items(tag).stream().findFirst();
    }

    /**
     * The bytes of an element, in little-endian order.
     *
     * @throws UnreadableImageException if there are more than 64 MiB
     * @throws IOException if they have to be read from the file and that fails
     */
    public Optional<byte[]> bytes(Tag tag) throws IOException {
        Optional<Element> element = element(tag);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        if (element.get().value() instanceof Value.Stored stored) {
            if (stored.length() > MOST_BYTES) {
                throw new UnreadableImageException("holds more than can be read in the element " + tag);
            }
            return Optional.of(stored.readLittleEndian(0, (int) stored.length(), element.get().vr()));
        }
        return element.get().value() instanceof Value.Bytes bytes ? Optional.of(bytes.content()) : Optional.empty();
    }

    /** The texts of an element without the spaces around them; none if there is no such element. */
    public List<String> texts(Tag tag) throws IOException {
        Optional<byte[]> bytes = bytes(tag);
        if (bytes.isEmpty() || bytes.get().length == 0) {
            return List.of();
        }
        Vr vr = element(tag).orElseThrow().vr();
        if (vr.unit() > 1) {
            return Arrays.stream(numbers(tag)).mapToObj(DataSet::text).toList();
        }
        String all = vr.inCharacterSet() || vr == Vr.UN ? characterSet().decode(bytes.get(), vr == Vr.PN)
                : new String(bytes.get(), StandardCharsets.ISO_8859_1);
        List<String> texts = new ArrayList<>();
        for (String text : vr.several() ? all.split("\\\\", -1) : new String[] {all}) {
            texts.add(trimmed(text));
        }
        return texts;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Values are padded with spaces, UIDs with a zero byte. */
    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int start = 0;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    /** The first text of an element; empty if there is none or it is blank. */
    public Optional<String> text(Tag tag) throws IOException {
        return texts(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /**
     * The numbers of an element, whether written as text or in binary; none if there is no such element.
     *
     * @throws UnreadableImageException if they are no numbers
     */
    public double[] numbers(Tag tag) throws IOException {
        Optional<Element> element = element(tag);
        Optional<byte[]> bytes = bytes(tag);
        if (element.isEmpty() || bytes.isEmpty()) {
            return new double[0];
        }
        Vr vr = element.get().vr();
        return vr.unit() > 1 && vr != Vr.AT ? binary(bytes.get(), vr) : written(tag);
    }

    private double[] written(Tag tag) throws IOException {
        List<String> texts = texts(tag);
        if (texts.stream().allMatch(String::isBlank)) {
            return new double[0];
        }
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = texts.get(i).strip();
            if (!NumberText.isNumber(text)) {
                throw new UnreadableImageException("is damaged: its element " + tag + " holds no number");
            }
            numbers[i] = Double.parseDouble(text);
        }
        return numbers;
    }

    private static double[] binary(byte[] bytes, Vr vr) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[bytes.length / vr.unit()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (vr) {
                case SS -> buffer.getShort();
                case US, OW -> buffer.getShort() & 0xFFFF;
                case SL -> buffer.getInt();
                case UL, OL -> buffer.getInt() & 0xFFFFFFFFL;
                case FL, OF -> buffer.getFloat();
                case FD, OD -> buffer.getDouble();
                default -> buffer.getLong();
            };
        }
        return numbers;
    }

    /** The first number of an element. */
    public OptionalDouble number(Tag tag) throws IOException {
        double[] numbers = numbers(tag);
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
    }

    /**
     * The first number of an element, which has to be whole.
     *
     * @throws UnreadableImageException if it is not
     */
    public OptionalInt whole(Tag tag) throws IOException {
        OptionalDouble number = number(tag);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        int whole = (int) number.getAsDouble();
        if (whole != number.getAsDouble()) {
            throw new UnreadableImageException("is damaged: its element " + tag + " holds no whole number");
        }
        return OptionalInt.of(whole);
    }

    /** The character set of its texts. */
    public CharacterSet characterSet() {
        DataSet set = this;
        while (set.element(Tag.CHARACTER_SET).isEmpty() && set.around.isPresent()) {
            set = set.around.get();
        }
        return set.element(Tag.CHARACTER_SET).map(Element::value).filter(Value.Bytes.class::isInstance)
                .map(value -> CharacterSet.of(new String(((Value.Bytes) value).content(), StandardCharsets.US_ASCII)))
                .orElse(CharacterSet.of(""));
    }

    /** Without the values, which may be a patient's. */
    @Override
    public String toString() {
        return "DataSet[" + elements.size() + " elements]";
    }
}

/** Changes the order of bytes. */
final class ByteSwap {
    private ByteSwap() {
    }

    /** The same numbers in the other order; bytes at the end that make no whole number stay. */
    static byte[] swapped(byte[] bytes, int unit) {
        byte[] swapped = bytes.clone();
        for (int start = 0; start + unit <= bytes.length && unit > 1; start += unit) {
            for (int i = 0; i < unit; i++) {
                swapped[start + i] = bytes[start + unit - 1 - i];
            }
        }
        return swapped;
    }
}
