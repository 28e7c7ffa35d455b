// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that pseudonyms are made with (HMAC-SHA256, RFC 2104). With the same key the same patient gets the same
 * pseudonym and the same shift of dates, and the same identifier the same new one; with another key other ones. Without the
 * key nothing leads back.
 */
public final class ProjectKey {
    /** The kind of {@link #pseudonym} that patients get, in files and tables alike. */
    public static final String PATIENT = "patient";
    /** The kind of {@link #pseudonym} that studies get. */
    public static final String STUDY = "study";

    static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 8;
    private static final int UID_BYTES = 16;
    private static final String UUID_ROOT = "2.25.";
    private static final int LEAST_DAYS = 30;
    private static final int RANGE_DAYS = 3620;

    private final byte[] secret;

    ProjectKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes");
        }
        this.secret = secret.clone();
    }

    /** A key that nobody knows. */
    public static ProjectKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new ProjectKey(secret);
    }

    /** The bytes of the key in hexadecimal digits, for the file that keeps it. */
    String hex() {
        return HexFormat.of().formatHex(secret);
    }

    /**
     * What stands for a value: the kind and 16 hexadecimal digits, such as {@code patient-0f3a…}.
     *
     * @param kind values of different kinds get different pseudonyms
     * @param value without spaces around it
     */
    public String pseudonym(String kind, String value) {
        return kind + "-" + HexFormat.of().formatHex(Arrays.copyOf(digest(kind, value), PSEUDONYM_BYTES));
    }

    /** What stands for a unique identifier: one derived from a UUID (DICOM PS3.5, B.2; RFC 9562, version 8). */
    public String uid(String value) {
        byte[] bytes = Arrays.copyOf(digest("uid", value), UID_BYTES);
        bytes[6] = (byte) (bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
        return UUID_ROOT + new BigInteger(1, bytes);
    }

    /** By how many days the dates of a patient are put back: from 30 to 3649. */
    public int days(String patient) {
        long number = ByteBuffer.wrap(digest("dates", patient)).getLong();
        return LEAST_DAYS + (int) Long.remainderUnsigned(number, RANGE_DAYS);
    }

    private byte[] digest(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal((kind + '\0' + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ProjectKey";
    }
}
