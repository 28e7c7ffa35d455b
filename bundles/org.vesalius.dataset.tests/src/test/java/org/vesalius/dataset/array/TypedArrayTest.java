// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers keep their type and value, in memory and as bytes. */
class TypedArrayTest {
    private static final Axis FOUR = Axis.of(Axis.TIME, 4);

    @Test
    void bytesHaveNoSign() {
        TypedArray array = TypedArray.of(ArrayDescription.of(ElementType.U8, FOUR), new byte[] {0, 1, -128, -1});
        assertArrayEquals(new float[] {0, 1, 128, 255}, array.floats());
        assertEquals(255, array.value(3));
    }

    @Test
    void shortsAreReadAsTheirTypeSays() {
        short[] values = {0, 1, Short.MIN_VALUE, -1};
        assertArrayEquals(new float[] {0, 1, -32768, -1},
                TypedArray.of(ArrayDescription.of(ElementType.I16, FOUR), values).floats());
        assertArrayEquals(new float[] {0, 1, 32768, 65535},
                TypedArray.of(ArrayDescription.of(ElementType.U16, FOUR), values).floats());
    }

    @Test
    void wholeNumbersOf32BitsLoseNothing() {
        TypedArray array = TypedArray.of(ArrayDescription.of(ElementType.I32, FOUR),
                new int[] {(1 << 24) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0});
        assertEquals(16_777_217, array.value(0));
        assertEquals(2_147_483_647.0, array.value(1));
        assertEquals(-2_147_483_648.0, array.value(2));
    }

    @Test
    void aBufferHoldsThemInTheirOwnType() {
        ArrayDescription shorts = ArrayDescription.of(ElementType.U16, FOUR);
        ArrayDescription floats = ArrayDescription.of(ElementType.F32, Axis.of(Axis.X, 1));
        ByteBuffer buffer = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        TypedArray.of(shorts, new short[] {1, 2, 3, -1}).putInto(buffer);
        TypedArray.of(floats, new float[] {1.5f}).putInto(buffer);
        assertArrayEquals(new byte[] {1, 0, 2, 0, 3, 0, -1, -1, 0, 0, (byte) 0xC0, 0x3F}, buffer.array());
        buffer.rewind();
        assertArrayEquals(new float[] {1, 2, 3, 65535}, TypedArray.takeFrom(buffer, shorts).floats());
        assertEquals(1.5, TypedArray.takeFrom(buffer, floats).value(0));
    }

    @Test
    void wholeNumbersThatComeAsFloatsAreWrittenInTheirType() {
        ByteBuffer buffer = ByteBuffer.allocate(2 * Short.BYTES);
        ArrayDescription two = ArrayDescription.of(ElementType.I16, Axis.of(Axis.X, 2));
        TypedArray.of(two, new float[] {-2, 300}).putInto(buffer);
        assertArrayEquals(new byte[] {-1, -2, 1, 44}, buffer.array());
    }

    @Test
    void aDescriptionTellsStepsByAxis() {
        ArrayDescription volume = new ArrayDescription(List.of(new Axis(Axis.Z, 20, 3), new Axis(Axis.Y, 256, 0.5),
                new Axis(Axis.X, 192, 0.75), new Axis(Axis.TIME, 2, 2.5)), ElementType.I16, "HU", "RAS");
        assertEquals(List.of(3.0, 0.5, 0.75), volume.spacing());
        assertEquals(2.5, volume.timeStep());
        assertEquals(20 * 256 * 192 * 2 * 2, volume.bytes());
        assertEquals("20×256×192×2 (z, y, x, time), i16", volume.display());
    }

    @Test
    void whatFitsNoArrayIsRefused() {
        Axis large = Axis.of(Axis.X, 1 << 16);
        assertThrows(IllegalArgumentException.class,
                () -> ArrayDescription.of(ElementType.U8, large, Axis.of(Axis.Y, 1 << 16)));
        assertThrows(IllegalArgumentException.class, () -> ArrayDescription.of(ElementType.U8, FOUR, FOUR));
        assertThrows(IllegalArgumentException.class, () -> Axis.of(Axis.X, 0));
        ArrayDescription bytes = ArrayDescription.of(ElementType.U8, FOUR);
        assertThrows(IllegalArgumentException.class, () -> TypedArray.of(bytes, new byte[3]));
        assertThrows(IllegalArgumentException.class, () -> TypedArray.of(bytes, new int[4]));
    }
}
