// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Table E.1-1 as the real data beside the repository have it, read without the code that is tested. */
final class ProfileRows {
    private static final String FILE = "../shared/data/dicom-ps315-table-e1-1/confidentiality_profile_attributes.json";
    private static final Map<ProfileOption, String> COLUMNS = Map.of(ProfileOption.SAFE_PRIVATE, "rtnSafePrivOpt",
            ProfileOption.UIDS, "rtnUIDsOpt", ProfileOption.DEVICE, "rtnDevIdOpt", ProfileOption.INSTITUTION, "rtnInstIdOpt",
            ProfileOption.PATIENT, "rtnPatCharsOpt", ProfileOption.FULL_DATES, "rtnLongFullDatesOpt",
            ProfileOption.SHIFTED_DATES, "rtnLongModifDatesOpt", ProfileOption.DESCRIPTORS, "cleanDescOpt",
            ProfileOption.STRUCTURED_CONTENT, "cleanStructContOpt", ProfileOption.GRAPHICS, "cleanGraphOpt");

    private ProfileRows() {
    }

    /**
     * A row.
     *
     * @param tag of the standard, such as {@code (0010,0010)} or {@code (60XX,3000)}
     * @param basic what the profile does, such as {@code X/Z}
     * @param options what each option does instead
     */
    record Row(String tag, String name, String basic, Map<ProfileOption, String> options) {

        boolean isPrivate() {
            return tag.startsWith("(GGGG");
        }

        /** A tag that the row is for. */
        int example() {
            return Integer.parseUnsignedInt(isPrivate() ? "00291010"
                    : tag.replaceAll("[(),]", "").replace("XXXX", "2500").replace("XX", "02"), 16);
        }

        @Override
        public String toString() {
            return tag + " " + name;
        }
    }

    /** All rows, or a skipped test that says why. */
    static List<Row> all() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !(Files.isDirectory(folder.resolve("bundles")) && Files.isRegularFile(folder.resolve(FILE)))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "skipped: " + FILE + " is not there");
        List<Row> rows = new ArrayList<>();
        try {
            for (JsonElement element : JsonParser.parseString(Files.readString(folder.resolve(FILE))).getAsJsonArray()) {
                JsonObject json = element.getAsJsonObject();
                Map<ProfileOption, String> options = new LinkedHashMap<>();
                COLUMNS.forEach((option, column) -> {
                    if (json.has(column)) {
                        options.put(option, json.get(column).getAsString());
                    }
                });
                rows.add(new Row(json.get("tag").getAsString().replaceAll("[\\s]", "").replaceAll("\\).*", ")"),
                        json.get("name").getAsString(), json.get("basicProfile").getAsString(), options));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
