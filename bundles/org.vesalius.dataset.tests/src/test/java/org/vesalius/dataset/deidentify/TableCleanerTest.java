// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.deidentify.FileCleaner.CleanCopy;

/** Tables by what their columns are. */
class TableCleanerTest {
    private final ProjectKey key = ProjectKey.random();

    @TempDir
    Path folder;

    private CleanCopy clean(String table, Map<String, TableRole> roles) throws IOException {
        return new TableCleaner(key, roles, true).clean(Files.writeString(folder.resolve("t.csv"), table), "t.csv");
    }

    private static List<String> lines(CleanCopy copy) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void columnsAreTreatedByWhatTheyHold() throws IOException {
        CleanCopy copy = clean("""
                patient_id;last name;accession no;seen;age;sex;remarks
                17;Mustermann;A-1;2012-01-31 10:15;51;f;fell down the stairs of Mrs Meier
                17;Mustermann;A-2;2012-02-03 09:00;51;f;better
                18;Muster;A-3;;62;m;phones every day
                18;Muster;A-4;2013-03-01 08:30;63;m;none
                """, Map.of());
        String patient = key.pseudonym("patient", "17");
        LocalDate seen = LocalDate.of(2012, 1, 31).minusDays(key.days(patient));
        assertThat(lines(copy).get(0)).isEqualTo("patient_id;accession no;seen;age;sex");
        assertThat(lines(copy).get(1)).isEqualTo(patient + ";" + key.pseudonym("study", "A-1") + ";" + seen + " 10:15;51;f");
        assertThat(lines(copy).get(2)).contains(seen.plusDays(3) + " 09:00");
        assertThat(lines(copy).get(3)).isEqualTo(key.pseudonym("patient", "18") + ";" + key.pseudonym("study", "A-3") + ";;62;m");
        assertThat(copy.patients()).hasSize(2);
        assertThat(copy.remarks()).containsExactly("Column 'remarks' looks like free text and was left out; give it a role to keep it");
        assertThat(copy.actions().counts().keySet().stream().map(action -> action.attribute() + " " + action.done())).containsExactly(
                "accession no pseudonym", "age kept", "last name left out", "patient_id pseudonym", "remarks left out",
                "seen dates put back",
                "sex kept");
    }

    @Test
    void whatIsSaidCounts() throws IOException {
        CleanCopy copy = clean("a,b,c\nx,1.2.840.99.1.2,one\ny,1.2.840.99.1.3,two\n",
                Map.of("a", TableRole.PATIENT, "b", TableRole.STUDY, "c", TableRole.KEEP));
        assertThat(lines(copy)).containsExactly("a,b,c", key.pseudonym("patient", "x") + "," + key.uid("1.2.840.99.1.2") + ",one",
                key.pseudonym("patient", "y") + "," + key.uid("1.2.840.99.1.3") + ",two");
        assertThatThrownBy(() -> clean("a,b\n1,2\n", Map.of("c", TableRole.KEEP))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("no column 'c'");
        assertThatThrownBy(() -> TableRole.of(Map.of("a", "secret"))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'secret'");
    }

    @Test
    void datesOfWhichDayAndMonthCantBeToldAreLeftOut() throws IOException {
        CleanCopy unclear = clean("pid,day,n\n1,01/02/2012,5\n2,03/04/2012,6\n", Map.of());
        assertThat(lines(unclear).get(0)).isEqualTo("pid,n");
        assertThat(unclear.remarks()).anyMatch(remark -> remark.contains("day or month"));
        CleanCopy clear = clean("pid,day,n\n1,31/01/2012,5\n1,01/02/2012,6\n", Map.of());
        LocalDate day = LocalDate.of(2012, 1, 31).minusDays(key.days(key.pseudonym("patient", "1")));
        assertThat(lines(clear).get(1)).contains(String.format(Locale.ROOT, ",%02d/%02d/%d,", day.getDayOfMonth(),
                day.getMonthValue(), day.getYear()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20190131 20190203 00000000", "20190131 20190203 20190231", "2019-01-31 2019-01-31 pending pending",
        "20190131101500 20190203091500", "31Jan2019 31Jan2019"})
    void datesBesideWhatIsNoneAreLeftOut(String cells) throws IOException {
        CleanCopy copy = clean("pid,seen,n\n" + Arrays.stream(cells.split(" ")).map(cell -> "1," + cell + ",5\n")
                .collect(Collectors.joining()), Map.of());
        assertThat(lines(copy).get(0)).isEqualTo("pid,n");
        assertThat(copy.remarks()).singleElement().asString().contains("'seen' holds dates");
    }

    @Test
    void datesOfOtherWaysOfWritingArePutBackLikewise() throws IOException {
        CleanCopy copy = clean("pid,short,month\n1,31.01.19,05-OCT-2019\n1,05.03.19,31-OCT-2019\n", Map.of());
        int days = key.days(key.pseudonym("patient", "1"));
        LocalDate first = LocalDate.of(2019, 1, 31).minusDays(days);
        LocalDate second = LocalDate.of(2019, 10, 5).minusDays(days);
        assertThat(lines(copy).get(1)).endsWith(String.format(Locale.ROOT, ",%02d.%02d.%02d,%d-%s-%d", first.getDayOfMonth(),
                first.getMonthValue(), first.getYear() % 100, second.getDayOfMonth(),
                second.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), second.getYear()));
    }

    @Test
    void ofTimesThatAreSaidToBeSoDatesArePutBackAndNumbersKept() throws IOException {
        CleanCopy copy =
                clean("pid,seen,hours\n1,20190131,43496\n1,20190231,12.5\n", Map.of("seen", TableRole.TIME, "hours", TableRole.TIME));
        LocalDate day = LocalDate.of(2019, 1, 31).minusDays(key.days(key.pseudonym("patient", "1")));
        assertThat(lines(copy).get(1)).endsWith("," + day.toString().replace("-", "") + ",43496");
        assertThat(lines(copy).get(2)).endsWith(",,12.5");
        assertThat(copy.remarks()).hasSize(2).anyMatch(remark -> remark.contains("'seen' holds no dates that can be read alike"))
                .anyMatch(remark -> remark.contains("'hours' holds numbers"));
        assertThat(copy.actions().counts().keySet().stream().map(action -> action.attribute() + " " + action.done()))
                .contains("seen dates put back", "hours kept");
    }

    @Test
    void whatFollowsADateIsATimeOfTheDayOrTheDateIsNone() throws IOException {
        CleanCopy found = clean("pid,seen,n\n1,2019-01-31 Mrs Miller called,5\n1,2019-02-03 10:15,5\n", Map.of());
        assertThat(lines(found).get(0)).isEqualTo("pid,n");
        CleanCopy said = clean("pid,seen\n1,2019-01-31 Mrs Miller called\n1,2019-02-03T10:15:00.5+01:00\n", Map.of("seen", TableRole.TIME));
        assertThat(lines(said).get(1)).endsWith(",");
        assertThat(lines(said).get(2)).endsWith(LocalDate.of(2019, 2, 3).minusDays(key.days(key.pseudonym("patient", "1")))
                + "T10:15:00.5+01:00");
    }

    @ParameterizedTest
    @CsvSource({"patient_mrn, patient", "Patientennummer, patient", "NHSNumber, patient", "HospitalID, id", "Fallnummer, study",
        "postal_code, name", "mobile, name", "home_city, name", "birth_year, name"})
    void headingsTellTheirRoles(String heading, String role) throws IOException {
        CleanCopy copy = clean("n," + heading + "\n1,5\n1,5\n", Map.of());
        assertThat(copy.actions().counts().keySet()).anySatisfy(action -> {
            assertThat(action.attribute()).isEqualTo(heading);
            assertThat(action.name()).isEqualTo(role);
        });
    }

    @Test
    void numbersThatMayTellWhoSomebodyIsAreRemarkedOn() throws IOException {
        CleanCopy copy = clean("pid,code,age,stage\n1,48151623,51,10000\n2,48151624,91,10000\n", Map.of());
        assertThat(lines(copy).get(0)).isEqualTo("pid,code,age,stage");
        assertThat(copy.remarks()).hasSize(2).anyMatch(remark -> remark.contains("'code' holds whole numbers"))
                .anyMatch(remark -> remark.contains("'age' holds ages above 89"));
    }

    @Test
    void whatOnlySoundsLikeANameStays() throws IOException {
        CleanCopy copy = clean("pid,skin_cancer,next of kin\n1,1,2\n2,0,3\n", Map.of());
        assertThat(lines(copy).get(0)).isEqualTo("pid,skin_cancer");
    }

    @Test
    void aTableInAFolderNeedsRolesOfItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> new TableCleaner(key, Map.of(), false).clean(file, "t.csv")).hasMessageContaining("by itself");
    }
}
