// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.vesalius.dataset.reader.FileStamp;

/**
 * What a file held when it was read.
 *
 * @param stamp its stamp before it was read
 * @param recorded when that was, in nanoseconds since 1970
 * @param fingerprint what the reader said of its content
 */
record KeptFingerprint(FileStamp stamp, long recorded, String fingerprint) {
    /** File systems round times to as much as this: a write within it might leave the same time. */
    private static final long ROUNDING = TimeUnit.SECONDS.toNanos(2);
    private static final int NUMBERS = 7;

    /** What follows from other things than one file. */
    static KeptFingerprint conclusion(String text) {
        return new KeptFingerprint(new FileStamp(0, 0, 0, 0), 0, text);
    }

    /** Whether a file of this stamp still holds the same. */
    boolean holdsFor(FileStamp now) {
        return stamp.equals(now) && stamp.modified() < recorded - ROUNDING;
    }

    /** Bytes that {@link Key#get} reads and then {@link #get}. */
    byte[] bytes(Key key) {
        byte[] text = fingerprint.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(NUMBERS * Long.BYTES + Integer.BYTES + text.length).putLong(key.first()).putLong(key.second())
                .putLong(stamp.size()).putLong(stamp.modified()).putLong(stamp.number()).putLong(stamp.changed()).putLong(recorded)
                .putInt(text.length).put(text).array();
    }

    /**
     * That whose bytes come next.
     *
     * @throws BufferUnderflowException if there are too few
     */
    static KeptFingerprint get(ByteBuffer bytes) {
        FileStamp stamp = new FileStamp(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        long recorded = bytes.getLong();
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return new KeptFingerprint(stamp, recorded, text);
    }
}

/** The first half of the hash of a text, which tells nothing of it. */
record Key(long first, long second) {

    static Key of(String text) {
        try {
            // as digits it would take longer to write and to read than to make
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return get(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Key get(ByteBuffer bytes) {
        return new Key(bytes.getLong(), bytes.getLong());
    }

    /** Any part of a hash is as good as a hash. */
    @Override
    public int hashCode() {
        return (int) first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && key.first == first && key.second == second;
    }
}
