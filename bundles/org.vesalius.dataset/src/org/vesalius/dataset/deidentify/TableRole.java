// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** What a column of a table is, as far as it tells who a patient is. */
public enum TableRole {
    /** Whom the row is about: a pseudonym instead, the same as in DICOM files of the project. */
    PATIENT,
    /** Which examination or visit: a pseudonym instead. */
    STUDY,
    /** What else is numbered: a pseudonym instead. */
    ID,
    /** Dates: put back, by as many days for all of a patient. */
    TIME,
    /** Names, addresses and the like: left out. */
    NAME,
    /** Free text: left out. */
    TEXT,
    /** Stays as it is. */
    KEEP;

    private static final Pattern NAMES = Pattern.compile("(.*(name|surname|vorname|address|adresse|street|strasse|e-?mail|phone|telefon"
            + "|fax|post(al)?[ _.-]?code|postleitzahl|physician|doctor|operator|radiologist|insurance|next.?of.?kin).*)|initials|(mobile|handy)([ _.-]?(no|nr|number|nummer))?|((home|birth)[ _.-]?)?(zip|city|town)|zip.?code|ssn|plz"
            + "|(wohn|geburts)?ort|(birth[ _.-]?(year|place)|year[ _.-]?of[ _.-]?birth|geburtsjahr)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATIENTS =
            Pattern.compile("(patient|patienten|pat|subject|participant|person)([ _.-]?(id|no|nr|num|number|nummer|code|key|mrn))?"
                    + "|pid|mrn|(nhs|medical.?record)[ _.-]?(id|no|number)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STUDIES = Pattern.compile(
            "(study|accession|exam|examination|encounter|visit|admission|hadm|stay|icustay|case|episode)"
                    + "([ _.-]?(instance)?[ _.-]?(id|no|nr|num|number|nummer|code|key|uid))"
                    + "|(fall|untersuchungs|aufnahme)[ _.-]?(id|nr|nummer)|accession"
                    + "|studyinstanceuid|seriesinstanceuid|sopinstanceuid",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED =
            Pattern.compile("(.*[ _.-])?(id|uid|nr|no|number|key)|row.?id|sample|hospital.?id", Pattern.CASE_INSENSITIVE);

    /** How users write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The roles that were said, by columns.
     *
     * @throws ReportedException if there is no such role
     */
    public static Map<String, TableRole> of(Map<String, String> texts) {
        Map<String, TableRole> roles = new LinkedHashMap<>();
        texts.forEach((column, text) -> roles.put(column, Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst()
                .orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "There is no role '" + text + "' of a column.",
                        "Take one of " + String.join(", ", texts()) + "."))));
        return roles;
    }

    private static List<String> texts() {
        return Arrays.stream(values()).map(TableRole::text).toList();
    }

    /** The role that a heading tells. */
    static Optional<TableRole> told(String heading) {
        if (PATIENTS.matcher(heading).matches()) {
            return Optional.of(PATIENT);
        }
        if (STUDIES.matcher(heading).matches()) {
            return Optional.of(STUDY);
        }
        return NAMES.matcher(heading).matches() ? Optional.of(NAME) : NUMBERED.matcher(heading).matches() ? Optional.of(ID)
                : Optional.empty();
    }

    /** What is done to a column of this role, as the report says it. */
    String done() {
        return switch (this) {
            case PATIENT, STUDY, ID -> "pseudonym";
            case TIME -> "dates put back";
            case NAME, TEXT -> "left out";
            case KEEP -> "kept";
        };
    }
}
