// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that NumPy 2.4.6 wrote, compressed by zlib and as Base64; the values are those they were made of. */
class NumberFilesTest {
    private static final NumberArray ONE_TO_SIX = new NumberArray(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6});

    @TempDir
    private Path folder;

    /** {@code numpy.array([[1, 2, 3], [4, 5, 6]])} in each type, order and version. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<f2; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2akrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GGwYHBicGFwZXBjcAp7Ec9w==",
        ">f2; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2akrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4bBgcGJwYXBlcGNwYAqiwc+Q==",
        "<f4; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2airqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GhgZ7BgYGByAC4gYgXgDEBxwAEekfiw==",
        ">f4; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2airqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy77BgYGBwYgBhIOIPYCID7AwAAAGgwfjQ==",
        "<f8; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GMPhgD6EZHCAUB5QWgNIiUFrCAQDG/x4j",
        ">f8; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy77Dwxg4MAApTmgtACUFoHSEhAaANiyHiU=",
        "|i1; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBek2morqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GJmYWVjYAF4MbwQ==",
        "<i2; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBiYGZgYWBlYGNgYAoHgbgg==",
        ">i2; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2mkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GRgYmBmYGFgZWBjYAoVEbhA==",
        "<i4; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mirqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBgYGJiBmBmIWIGYFYjYgBgDrFRuE",
        ">i4; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2mirqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GBgZGIGYCYmYgZgFiViBmAwDr3BuG",
        "<i8; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBghggtLMUJoFSrNCaTYoDQCA7huI",
        ">i8; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBul2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GCGCE0kxQmhlKs0BpVijNBgCBkRuK",
        "|u1; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBeU2qorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GJmYWVjYAHMMbzQ==",
        "<u2; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuU2qkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBiYGZgYWBlYGNgYApgAbjg==",
        ">u2; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuV2qkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GRgYmBmYGFgZWBjYAptkbkA==",
        "<u4; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuU2qirqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBgYGJiBmBmIWIGYFYjYgBgDxLRuQ",
        ">u4; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuV2qirqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GBgZGIGYCYmYgZgFiViBmAwDx9BuS",
        "<u8; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuU2qhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBghggtLMUJoFSrNCaTYoDQCIJhuU",
        ">u8; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuV2qhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy4GCGCE0kxQmhlKs0BpVijNBgCIyRuW",
        "fortran; eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2airqOgnpZfVFKUmBefX5SSChIPKSpNBQoXZyQWpAK5GkY6CsaaOgq1CuQDLgaGBnsgdmBgYADiBUDsAMQHHAAHsB9g",
        "version 2.0; eNqb7BfqGxDJxFDCwMBQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CsaaOgq1CmQCLgaGBnug1Q5ABMQNQLwAiA84AADZsB9K",
        "version 3.0; eNqb7BfqGxDJzFDCwMBQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CsaaOgq1CmQCLgaGBnug1Q5ABMQNQLwAiA84AADaQh9L"})
    void everyTypeOfNumbersIsRead(String what, String array) throws IOException {
        assertThat(NpyFormat.read(numpy(array))).isEqualTo(ONE_TO_SIX);
    }

    @Test
    void halfPrecisionHasZerosInfinitiesAndTinyNumbers() throws IOException {
        assertThat(NpyFormat.read(numpy("eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2akrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqWOpo6CrUKFA"
                + "AuBgaGBga7hgP/qxlYGBkYahj+AABqEyBT")).values()).containsExactly(0f, -0f, 1.5f, -2.25f, 65504f, 0x1p-14f,
                        0x1p-24f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }

    @Test
    void threeAxesWithTheFirstVaryingFastestComeInOrder() throws IOException {
        NumberArray array =
                NpyFormat.read(numpy("eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2airqOgnpZfVFKUmBefX5SSChIPKSpNBQoXZyQWpAK5GkY6CsY6CiaaOg"
                        + "q1CmQCLgYwcHBkYGhwAGIgzQDEC0B8ewaGABAbKN4BpAWAeAVIHshPANIHgPQEIK0AxBuA2AHILwDSD4D0DCBtAMQ7"
                        + "HAFN4CtQ"));

        assertThat(array.shape()).containsExactly(2, 3, 4);
        for (int i = 0; i < 24; i++) {
            assertThat(array.values()[i]).isEqualTo(i);
        }
    }

    @Test
    void trueIsOne() throws IOException {
        assertThat(NpyFormat.read(numpy("eNqb7BfqGxDJyFDGUK2eklqcXKRupaBek2SorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RrGOpo6CrUKFA"
                + "AuRgZGAL1yG5U=")).values()).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBe46+uo6Cell9UUpSYF59flJIKEnZLzClOBYoXZyQWpAL5GoY6mjoKtQqUAK4GlqndDBDQI5ZXmltQqRefnF+UqpdbmlOSmVhUlFg5pYcnvig1OT+vuKSoNLlkyuQpPaxglVN62PNSIEomT/FmaJ3izJg0pX1K0BQNb0ZvxtYpGcw9rCkllQWpIC1M/hZTOjsgssw9jDVT/Pz8vP4DAZjwti+ZktQZO6V2SiKQoQcADntZSg==; Python objects",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupRCtoZ6orqOgbpNpoq6po6ChngTmpQF5sUBGWn5RSVFiXnx+UUoqSLlbYk5xKlC8OCOxIBXI1zDUAeqqVSAGcDEygIEDADrSHX0=; no plain numbers",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2xopq6joJ6WX1RSlJgXn1+UkgqScEvMKU4FihdnJBakAvkahjqaOgq1CuQDLgYU8MEeAAntHJc=; no plain numbers",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuE2qorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqGOpo6CrUKFACuRAYGBgC4oRul; no plain numbers",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqGOpo6CrUKFAAuRgYGIGJgAAAwSBth; tell apart",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuU2qhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqGOpo6CrUKFAAuBghoAAA2Exvr; tell apart",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqGOpo6CrUKFACuOaUMHTZPzOsAPigeyg==; too large for single",
        "eNqb7BfqGxDJyFDGUK2eklqcXKRupaBuk2mhrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpkAy5GBghggtLMUJoFSrNCaTYIBQBlZhuI; cut off",
        "eNqb7BfqGxDJwpAIBQArwAU5; version 4",
        "eNrLy1fIK80tqAQADdsDNw==; no array of NumPy",
        "eNoDAAAAAAE=; cut off"})
    void whatIsNoNumberOrDoesNotFitIsRefused(String array, String reason) {
        assertThatThrownBy(() -> NpyFormat.read(numpy(array))).isInstanceOf(InvalidArrayException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000, 1000), }; larger",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }; larger",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4000000000), }; larger",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (200000000,), }; cut off",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }; damaged", "{}; damaged", "nothing; damaged"})
    void whatAHeaderMerelyAnnouncesIsNotBelieved(String header, String reason) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
        file.writeBytes(text);

        assertThatThrownBy(() -> NpyFormat.read(new ByteArrayInputStream(file.toByteArray())))
                .isInstanceOf(InvalidArrayException.class).hasMessageContaining(reason);
    }

    @Test
    void namedArraysAreReadFromCompressedAndZip64Files() throws IOException {
        for (String content : List.of("eNoL8GZm0WVgYOAAYkWGmjn3Fv2HAjYGEYYKA728gkpGBgGGGQwQEAGlZ78RfyUtcPJEwLGAtfMmRc2JWZK3dEHe5L"
                + "RF6xYvmDctPiRoygzx+fFTJnEJlXuf0fRj7RJPVxFbwvRTys2K69gsK66tXCnMemxtbNVsbGzsCkyP2BTiGI6wyzAE"
                + "oLhHa4mGGcw9nED35CXmphbDnNQCdYoHXicJZ60g5KQ2K7CDRBjWuQBdA3QCI5MuM2qggLwNCgI2BgRoYASRkCBC1w"
                + "NyOMhdIDdyouiZACTh3gjwZgWbyASE2UBaGGwkALq/a8Q=",
                "eNoL8GZm0WWAAEWGmjn3Fv2HAjYGEYYKA728gkpGBgGGGVA1MHqyX6hvQCQjQxlDtXpKanFykbqVgrpNmom6joJ6Wn"
                        + "5RSVFiXnx+UUoqSNwtMac4FShenJFYkArkaxjpKBhr6ijUKpANuBgYGuyBznAAIiBuAOIFQHzAIcCbkUmXGdVHM6Du"
                        + "ZmNAgAZGEAnxX4A3K1iKEQhNgPQFsAoA5XM31w==")) {
            Path file = Files.write(folder.resolve("arrays.npz"), numpy(content).readAllBytes());
            try (NpzFile arrays = NpzFile.open(file)) {
                assertThat(arrays.names()).startsWith("x0");
                assertThat(arrays.read("x0")).isEqualTo(ONE_TO_SIX);
                assertThatThrownBy(() -> arrays.read("x1")).isInstanceOf(InvalidArrayException.class);
            }
        }
    }

    @Test
    void whatIsWrittenIsReadAgainAndAlwaysTheSame() throws IOException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        arrays.put("finding", ONE_TO_SIX);
        arrays.put("other", new NumberArray(new int[] {3}, new float[] {Float.NaN, -0f, 1e-30f}));
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        NpzFile.write(arrays, first);
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        NpzFile.write(arrays, second);

        Path file = Files.write(folder.resolve("out.npz"), first.toByteArray());
        try (NpzFile read = NpzFile.open(file)) {
            assertThat(read.names()).containsExactly("finding", "other");
            assertThat(read.read("finding")).isEqualTo(ONE_TO_SIX);
            assertThat(read.read("other").values()).containsExactly(Float.NaN, -0f, 1e-30f);
        }
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    }

    @Test
    void aFileThatIsNoArchiveIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npz"), "no archive");

        assertThatThrownBy(() -> NpzFile.open(file)).isInstanceOf(InvalidArrayException.class)
                .hasMessage("is no .npz file, or it is damaged");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"'1,2,3\n4,5,6'", "'a,b,c\n1,2.0,3e0\n4,5,6\n'",
        "'\uFEFF1,2,3\r\n4,5, 6\r\n'", "'\uFEFFa,b,c\n1,2,3\n4,5,6'"})
    void tablesAreReadWithAndWithoutHeadings(String text) throws IOException {
        assertThat(NumberTable.read(Files.writeString(folder.resolve("t.csv"), text))).isEqualTo(ONE_TO_SIX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"'1,2\n3'; 1 value in line 2 instead of 2", "'1,2\n3,'; line 2, column 2",
        "'1,x\n3,4'; line 1, column 2", "'1,2\n3,0x1p3'; line 2, column 2",
        "'1,2\n3,-4e38'; too large for single precision in line 2, column 2"})
    void whatIsNoTableOfNumbersIsToldWithItsPlace(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);

        assertThatThrownBy(() -> NumberTable.read(file)).isInstanceOf(InvalidArrayException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aRowThatDoesNotEndIsNotReadToItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "x".repeat((1 << 24) + (1 << 14)));

        assertThatThrownBy(() -> NumberTable.read(file)).isInstanceOf(InvalidArrayException.class)
                .hasMessage("has a row of more than 16777216 characters");
    }

    private static InputStream numpy(String array) {
        return new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(array)));
    }
}
