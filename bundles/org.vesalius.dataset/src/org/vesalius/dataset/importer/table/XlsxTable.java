// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;

/**
 * A sheet of a workbook (Office Open XML, ECMA-376 part 1, chapter 18), read row by row. What a formula last came to
 * counts. Own code, since the libraries for it hold a whole workbook in memory or don't bound what a small file unpacks
 * to.
 */
record XlsxTable(Path file, String part, List<String> sharedTexts, CellDates dates, Headings found, String words)
        implements TableSource {
    private static final int LOOKED_AT = 200;

    static XlsxTable open(Path file, TextSettings settings) throws IOException {
        TableError error = new TableError(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Workbook workbook = Workbook.read(zip, error);
            Workbook.Sheet sheet = workbook.sheet(settings.sheet(), error);
            List<String> texts = new SharedTexts(zip, error).read();
            List<List<String>> first = new ArrayList<>();
            new SheetRows(zip, sheet.part(), texts, workbook.dates(), error).read((line, row) -> {
                first.add(row);
                return first.size() < LOOKED_AT;
            });
            if (first.isEmpty()) {
                throw error.because("There is no row in the sheet '" + sheet.name() + "'.", "Name another sheet.");
            }
            String words = "Read from the sheet '" + sheet.name() + "'" + (workbook.sheets().size() == 1 ? ""
                    : ", one of " + workbook.sheets().size());
            List<List<String>> rows = SheetRows.ofOneWidth(first);
            return new XlsxTable(file, sheet.part(), texts, workbook.dates(), Headings.of(rows, settings.header(), error),
                    words);
        } catch (ZipException e) {
            throw error.because("This is no workbook: it is damaged.", "Save it anew, as .xlsx or CSV.");
        }
    }

    @Override
    public List<String> headings() {
        return found.names();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(List.of(words + (found.inFile() ? ", headings in the first row"
                : ", without headings")));
        remarks.addAll(found.remarks());
        return remarks;
    }

    @Override
    public void rows(RowSink sink) {
        TableError error = new TableError(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean[] heading = {found.inFile()};
            new SheetRows(zip, part, sharedTexts, dates, error).read((line, row) -> {
                boolean skip = heading[0];
                heading[0] = false;
                return skip || sink.row(line, fitted(row, line, error));
            });
        } catch (IOException e) {
            throw error.unreadable(e);
        }
    }

    private List<String> fitted(List<String> row, long line, TableError error) {
        int columns = found.names().size();
        if (row.size() > columns && row.subList(columns, row.size()).stream().anyMatch(text -> !text.isEmpty())) {
            throw error.atLine(line, "there are more values than the " + English.quantity(columns, "column") + ".",
                    "Give each column a heading, or clear what stands beside the table.");
        }
        List<String> values = new ArrayList<>(row.subList(0, Math.min(columns, row.size())));
        values.addAll(Collections.nCopies(columns - values.size(), ""));
        return values;
    }

    /** Without what stands in it. */
    @Override
    public String toString() {
        return "XlsxTable[" + found.names().size() + " columns]";
    }
}

/** An XML part of a workbook, of bounded size, without entities from anywhere. */
record XmlPart(ZipFile zip, String name, TableError error) {
    private static final long MOST_BYTES = 1L << 30;
    /** Office compresses tables some 5 to 20 times; a sheet of zeros reaches 300. */
    private static final long BLOWN_UP = 1000;

    boolean exists() {
        return zip.getEntry(name) != null;
    }

    /** Goes through the part; the handler says whether to go on. */
    void read(Handler handler) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw error.because("This is no workbook: '" + name + "' is missing in it.", "Save it anew, as .xlsx or CSV.");
        }
        try (InputStream in = new Bounded(zip.getInputStream(entry), bound(entry))) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            boolean wanted = true;
            while (wanted && xml.hasNext()) {
                wanted = handler.event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof TooLarge || e.getCause() instanceof TooLarge) {
                throw tooLarge();
            }
            throw error.because("The workbook is damaged in '" + name + "'.", "Save it anew, as .xlsx or CSV.");
        } catch (TooLarge e) {
            throw tooLarge();
        } catch (RuntimeException e) {
            // the parser of the platform throws what it read as an unchecked exception
            if (e.getCause() instanceof TooLarge) {
                throw tooLarge();
            }
            throw e;
        }
    }

    private static long bound(ZipEntry entry) {
        return Math.min(MOST_BYTES, Math.max(1 << 20, entry.getCompressedSize() * BLOWN_UP));
    }

    private ReportedException tooLarge() {
        return error.because("The workbook unpacks to far more than it holds.",
                "Don't open it if you don't know where it comes from; a sound one can be saved as CSV.");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Is told what stands in a part. */
    @FunctionalInterface
    interface Handler {
        boolean event(XMLStreamReader xml, int event) throws XMLStreamException, IOException;
    }

    /** More than allowed came out of a part. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A stream that ends with an error after some bytes. */
    static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLarge();
            }
            return read;
        }
    }
}

/** The texts that cells refer to by number. */
record SharedTexts(ZipFile zip, TableError error) {
    private static final String PART = "xl/sharedStrings.xml";
    private static final long MOST_CHARACTERS = 1L << 27;

    List<String> read() throws IOException {
        List<String> texts = new ArrayList<>();
        XmlPart part = new XmlPart(zip, PART, error);
        if (!part.exists()) {
            return texts;
        }
        StringBuilder text = new StringBuilder();
        long[] characters = new long[1];
        boolean[] phonetic = new boolean[1];
        part.read((xml, event) -> {
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName() : "";
            if (name.equals("rPh")) {
                phonetic[0] = event == XMLStreamConstants.START_ELEMENT;
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("t") && !phonetic[0]) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("si")) {
                texts.add(text.toString());
                characters[0] += text.length() + 32L;
                text.setLength(0);
            }
            if (characters[0] > MOST_CHARACTERS) {
                throw new XmlPart.TooLarge();
            }
            return true;
        });
        return texts;
    }
}

/** Takes the rows of a sheet apart. */
record SheetRows(ZipFile zip, String part, List<String> texts, CellDates dates, TableError error) {
    private static final int MOST_COLUMNS = 16_384;

    /** Rows without any value are passed over. */
    void read(TableSource.RowSink sink) throws IOException {
        CellReader cells = new CellReader(texts, dates);
        new XmlPart(zip, part, error).read((xml, event) -> {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                cells.beginRow(xml.getAttributeValue(null, "r"));
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                cells.cell(xml, MOST_COLUMNS);
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")
                    && cells.row().stream().anyMatch(text -> !text.isEmpty())) {
                return sink.row(cells.line(), List.copyOf(cells.row()));
            }
            return event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("sheetData");
        });
    }

    static List<List<String>> ofOneWidth(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> filled = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> wide = new ArrayList<>(row);
            wide.addAll(Collections.nCopies(width - row.size(), ""));
            filled.add(wide);
        }
        return filled;
    }
}
