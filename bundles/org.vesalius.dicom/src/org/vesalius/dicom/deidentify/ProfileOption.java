// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * The options of the Basic Application Level Confidentiality Profile (PS3.15, E.3), in the order of their columns in table
 * E.1-1, with their codes of PS3.16, CID 7050.
 */
public enum ProfileOption {
    /** Numbers in private elements stay (E.3.10, note 2). */
    SAFE_PRIVATE("safe-private", "113111", "Retain Safe Private Option", "numbers in private elements stay"),
    /** Unique identifiers stay. */
    UIDS("uids", "113110", "Retain UIDs Option", "unique identifiers stay"),
    /** Names and numbers of devices stay. */
    DEVICE("device", "113109", "Retain Device Identity Option", "names and numbers of devices stay"),
    /** Name and address of the institution stay. */
    INSTITUTION("institution", "113112", "Retain Institution Identity Option", "name and address of the institution stay"),
    /** Sex, age, size, weight and the like stay. */
    PATIENT("patient", "113108", "Retain Patient Characteristics Option", "sex, age (90 above 89), size, weight and the like stay"),
    /** Dates stay as they are. */
    FULL_DATES("full-dates", "113106", "Retain Longitudinal Temporal Information Full Dates Option", "dates stay as they are"),
    /** Dates are put back, by as many days for all of a patient. */
    SHIFTED_DATES("shifted-dates", "113107", "Retain Longitudinal Temporal Information Modified Dates Option",
            "dates are put back, by as many days for all of a patient"),
    /** Descriptions stay without names, identifiers and dates that the header tells. */
    DESCRIPTORS("descriptors", "113105", "Clean Descriptors Option",
            "descriptions stay, without the names, identifiers and dates that the header tells"),
    /** Structured content stays, cleaned likewise. */
    STRUCTURED_CONTENT("structured-content", "113104", "Clean Structured Content Option",
            "structured content stays, its texts cleaned likewise"),
    /** Graphic annotations stay, cleaned likewise; overlays where rectangles are blanked in them. */
    GRAPHICS("graphics", "113103", "Clean Graphics Option",
            "graphic annotations stay, their texts cleaned likewise, and overlays where rectangles are blanked in them");

    /** That of the profile itself. */
    static final String BASIC_CODE = "113100";
    static final String BASIC_MEANING = "Basic Application Confidentiality Profile";
    /** That of rectangles made blank, which has no column in the table. */
    static final String PIXELS_CODE = "113101";
    static final String PIXELS_MEANING = "Clean Pixel Data Option";

    private final String text;
    private final String code;
    private final String meaning;
    private final String description;

    ProfileOption(String text, String code, String meaning, String description) {
        this.text = text;
        this.code = code;
        this.meaning = meaning;
        this.description = description;
    }

    /** How users call it, such as {@code shifted-dates}. */
    public String text() {
        return text;
    }

    /** What it does, as a clause. */
    public String description() {
        return description;
    }

    String code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /**
     * The option that users call so.
     *
     * @throws ReportedException if there is none
     */
    public static ProfileOption of(String text) {
        Optional<ProfileOption> found = Arrays.stream(values()).filter(option -> option.text.equals(text)).findFirst();
        return found.orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "There is no option '" + text
                + "' of the confidentiality profile.", "Take one of " + String.join(", ", texts()) + "."));
    }

    /** What users call the options. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(ProfileOption::text).toList();
    }

    /**
     * Refuses options that exclude each other.
     *
     * @throws ReportedException if dates are to stay and to be shifted
     */
    static void refuseContradiction(Set<ProfileOption> options) {
        if (options.contains(FULL_DATES) && options.contains(SHIFTED_DATES)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Dates can't both stay as they are and be shifted.",
                    "Take one of full-dates and shifted-dates.");
        }
    }
}
