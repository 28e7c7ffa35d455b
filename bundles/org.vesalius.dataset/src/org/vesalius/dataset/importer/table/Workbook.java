// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vesalius.core.ReportedException;

/** What a workbook says of its sheets, and how it writes dates. */
record Workbook(List<Sheet> sheets, CellDates dates) {
    private static final String PART = "xl/workbook.xml";
    private static final String LINKS = "xl/_rels/workbook.xml.rels";
    private static final String LINK_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** A sheet and the part that holds it. */
    record Sheet(String name, String part) {
    }

    static Workbook read(ZipFile zip, TableError error) throws IOException {
        Map<String, String> links = new HashMap<>();
        new XmlPart(zip, LINKS, error).read((xml, event) -> {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                links.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
            return true;
        });
        List<Sheet> sheets = new ArrayList<>();
        boolean[] since1904 = new boolean[1];
        new XmlPart(zip, PART, error).read((xml, event) -> {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
                String target = links.getOrDefault(xml.getAttributeValue(LINK_SPACE, "id"), "");
                sheets.add(new Sheet(xml.getAttributeValue(null, "name"), part(target)));
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                since1904[0] = List.of("1", "true").contains(String.valueOf(xml.getAttributeValue(null, "date1904")));
            }
            return true;
        });
        return new Workbook(sheets, CellDates.read(zip, since1904[0], error));
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** The sheet of this name or number; the first where none is named. */
    Sheet sheet(Optional<String> wanted, TableError error) throws ReportedException {
        if (sheets.isEmpty()) {
            throw error.because("There is no sheet in the workbook.", "Save it anew, as .xlsx or CSV.");
        }
        if (wanted.isEmpty()) {
            return sheets.get(0);
        }
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).name().equals(wanted.get()) || String.valueOf(i + 1).equals(wanted.get())) {
                return sheets.get(i);
            }
        }
        throw error.because("There is no sheet '" + wanted.get() + "' in the workbook.", "Take one of: "
                + sheets.stream().map(Sheet::name).collect(Collectors.joining(", ")) + ".");
    }
}

/**
 * Which cells hold dates: numbers of days whose format says so.
 *
 * @param styles whether each style of a cell is that of a date
 * @param since1904 whether days count from 1904 (early versions for the Macintosh) instead of 1900
 */
record CellDates(List<Boolean> styles, boolean since1904) {
    private static final String PART = "xl/styles.xml";
    private static final int SECONDS = 86_400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    static CellDates read(ZipFile zip, boolean since1904, TableError error) throws IOException {
        List<Boolean> styles = new ArrayList<>();
        XmlPart part = new XmlPart(zip, PART, error);
        if (!part.exists()) {
            return new CellDates(styles, since1904);
        }
        Map<String, String> formats = new HashMap<>();
        boolean[] inCells = new boolean[1];
        part.read((xml, event) -> {
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName() : "";
            boolean start = event == XMLStreamConstants.START_ELEMENT;
            if (name.equals("cellXfs")) {
                inCells[0] = start;
            } else if (start && name.equals("numFmt")) {
                formats.put(xml.getAttributeValue(null, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
            } else if (start && name.equals("xf") && inCells[0]) {
                styles.add(isDate(String.valueOf(xml.getAttributeValue(null, "numFmtId")), formats));
            }
            return true;
        });
        return new CellDates(styles, since1904);
    }

    /**
     * The built-in formats 14 to 22 are dates and times (ECMA-376 part 1, 18.8.30); 45 to 47 and those with [h], [m] or [s]
     * are durations, which stay numbers of days.
     */
    private static boolean isDate(String id, Map<String, String> formats) {
        String format = formats.get(id);
        if (format == null) {
            return id.matches("1[4-9]|2[0-2]");
        }
        if (format.matches("(?i).*\\[[hms]+\\].*")) {
            return false;
        }
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return plain.matches(".*[ydhs].*") || plain.matches(".*m.*") && !plain.matches(".*[0#].*");
    }

    /** The text of a number in a cell of this style. */
    String text(String number, String style) {
        double value = Double.parseDouble(number);
        int index = style == null || !style.matches("\\d{1,6}") ? -1 : Integer.parseInt(style);
        if (index >= 0 && index < styles.size() && styles.get(index) && value >= 1 && value < 2_958_466) {
            return date(value);
        }
        // the shortest text of the same number: 0.1, which Excel writes as 0.10000000000000001
        String text = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.length() > 24 ? Double.toString(value) : text;
    }

    private String date(double days) {
        // 1900 counts a 29 February that there was not, so that days from March on are one less
        LocalDateTime start = since1904 ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : LocalDateTime.of(1899, 12, days < 61 ? 31 : 30, 0, 0);
        LocalDateTime time = start.plusSeconds(Math.round(days * SECONDS));
        return (time.toLocalTime().toSecondOfDay() == 0 ? DAY : TIME).format(time);
    }
}

/** Gathers the cells of a row at their places. */
final class CellReader {
    private final List<String> texts;
    private final CellDates dates;
    private final List<String> row = new ArrayList<>();
    private long line;

    CellReader(List<String> texts, CellDates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    void beginRow(String number) {
        row.clear();
        line = number == null || !number.matches("\\d{1,9}") ? line + 1 : Long.parseLong(number);
    }

    long line() {
        return line;
    }

    List<String> row() {
        return row;
    }

    /** Reads a cell, whose element has begun; a place beyond the bound ends the reading. */
    void cell(XMLStreamReader xml, int most) throws XMLStreamException, IOException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        String style = xml.getAttributeValue(null, "s");
        int place = place(xml.getAttributeValue(null, "r"));
        if (place >= most) {
            throw new XmlPart.TooLarge();
        }
        String value = value(xml);
        while (row.size() <= place) {
            row.add("");
        }
        row.set(place, text(type, style, value).strip());
    }

    private int place(String reference) {
        if (reference == null) {
            return row.size();
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && column < 1 << 20; i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return Math.max(0, column - 1);
    }

    /** What stands in the elements v or t of the cell, up to its end. */
    private static String value(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder value = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && List.of("v", "t").contains(xml.getLocalName())) {
                value.append(xml.getElementText());
            }
        }
        return value.toString();
    }

    private String text(String type, String style, String value) {
        if (value.isEmpty()) {
            return "";
        }
        try {
            return switch (type) {
                case "s" -> texts.get(Integer.parseInt(value.strip()));
                case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
                case "str", "inlineStr", "e", "d" -> value;
                default -> dates.text(value.strip(), style);
            };
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // a number that is none is a text; a text that is not listed is told as what it is
            return type.equals("s") ? "#REF!" : value;
        }
    }
}
