// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header of a group or an array: a list of messages that say what it is. Source: HDF5 File Format Specification
 * Version 3.0, section IV.A.1.b (version 2 object header) and IV.A.2 (messages).
 */
final class ObjectHeader {
    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0A;
    private static final int ATTRIBUTE = 0x0C;
    private static final long UNDEFINED = -1;

    private final LittleEndian messages = new LittleEndian();

    /** The start of a group. */
    static ObjectHeader group() {
        ObjectHeader header = new ObjectHeader();
        header.add(LINK_INFO, new LittleEndian().u8(0, 0).u64(UNDEFINED).u64(UNDEFINED));
        header.add(GROUP_INFO, new LittleEndian().u8(0, 0));
        return header;
    }

    /** An array of 32-bit floats that lie in one piece. */
    static ObjectHeader floats(List<Integer> shape, long address, long bytes) {
        ObjectHeader header = new ObjectHeader();
        header.add(DATASPACE, dataspace(shape));
        header.add(DATATYPE, new LittleEndian().u8(0x11, 0x20, 0x1F, 0).u32(4).u16(0).u16(32).u8(23, 8, 0, 23)
                .u32(127));
        header.add(FILL_VALUE, new LittleEndian().u8(3, 0x0A));
        header.add(LAYOUT, new LittleEndian().u8(3, 1).u64(bytes == 0 ? UNDEFINED : address).u64(bytes));
        return header;
    }

    /** Something in a group. */
    ObjectHeader link(String name, long address) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return add(LINK, new LittleEndian().u8(1, 0x11, 1).u16(bytes.length).put(bytes).u64(address));
    }

    /** A list of texts of one length, padded by zeros, as NumPy writes it. */
    ObjectHeader texts(String name, List<String> texts) {
        boolean ascii = texts.stream().allMatch(text -> text.chars().allMatch(letter -> letter < 128));
        LittleEndian type = new LittleEndian().u8(0x13, ascii ? 0x01 : 0x11, 0, 0).u32(Hdf5Group.FixedTexts.width(texts));
        return attribute(name, type, dataspace(List.of(texts.size())), Hdf5Group.FixedTexts.bytes(texts));
    }

    /** One text of any length, which lies in a heap. */
    ObjectHeader text(String name, int bytes, long heap, int index) {
        LittleEndian type = new LittleEndian().u8(0x19, 0x01, 0x01, 0).u32(16).u8(0x13, 0x10, 0, 0).u32(1);
        byte[] place = new LittleEndian().u32(bytes).u64(heap).u32(index).toBytes();
        return attribute(name, type, new LittleEndian().u8(2, 0, 0, 0), place);
    }

    byte[] toBytes() {
        byte[] body = new LittleEndian().put("OHDR".getBytes(StandardCharsets.US_ASCII)).u8(2, 0x02)
                .u32(messages.size()).put(messages.toBytes()).toBytes();
        return new LittleEndian().put(body).u32(ChecksumUtils.checksum(body)).toBytes();
    }

    private ObjectHeader attribute(String name, LittleEndian type, LittleEndian space, byte[] data) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return add(ATTRIBUTE, new LittleEndian().u8(3, 0).u16(bytes.length + 1).u16(type.size()).u16(space.size())
                .u8(1).put(bytes).u8(0).put(type.toBytes()).put(space.toBytes()).put(data));
    }

    private ObjectHeader add(int type, LittleEndian content) {
        messages.u8(type).u16(content.size()).u8(0).put(content.toBytes());
        return this;
    }

    private static LittleEndian dataspace(List<Integer> shape) {
        LittleEndian space = new LittleEndian().u8(2, shape.size(), 0, shape.isEmpty() ? 0 : 1);
        shape.forEach(space::u64);
        return space;
    }
}
