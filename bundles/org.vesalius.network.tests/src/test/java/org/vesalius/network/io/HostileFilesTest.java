// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Analyses;
import org.vesalius.network.Network;
import org.vesalius.network.Networks;
import org.vesalius.network.layer.standard.StandardLayers;

/** Files that are damaged or made to do harm: one clear error with place and remedy, and nothing opened or filled. */
class HostileFilesTest {
    private static final String HEAD = "<network:Network xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xmlns:network=\"http://vesalius.org/network/1.0\"";

    private final NetworkFiles files = new NetworkFiles(StandardLayers.catalog());

    @TempDir
    private Path folder;

    @Test
    void entityBomb() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE n [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
        }
        assertThat(refused(bomb + "]>" + HEAD + " name=\"&a29;\"/>").getMessage()).contains("DOCTYPE");
    }

    @Test
    void externalEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "patient 17");
        ReportedException e = refused("<!DOCTYPE n [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + HEAD
                + "><layers name=\"&x;\"/></network:Network>");
        assertThat(e.report()).contains("DOCTYPE").doesNotContain("patient 17");
    }

    @Test
    void externalDtd() {
        assertThat(refused("<!DOCTYPE n SYSTEM \"http://127.0.0.1:9/n.dtd\">" + HEAD + "/>").getMessage())
                .contains("DOCTYPE");
    }

    @Test
    void schemaLocationAndHref() {
        assertThat(refused(HEAD + " xsi:schemaLocation=\"http://x http://127.0.0.1:9/x.ecore\"/>").getMessage())
                .contains("another file").contains("schemaLocation");
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Dense\" href=\"file:/etc/passwd#x\"/></network:Network>")
                .getMessage()).contains("another file").contains("href");
    }

    @Test
    void referenceIntoAnotherFile() {
        ReportedException e = refused(HEAD + "><connections source=\"other.network#a\"/></network:Network>");
        assertThat(e.getMessage()).startsWith("test.network: Line 1");
        ReportedException typed = refused(HEAD
                + "><connections><source xsi:type=\"network:Dense\" href=\"other.network#a\"/></connections>"
                + "</network:Network>");
        assertThat(typed.getMessage()).contains("another file");
    }

    @Test
    void truncatedAtAnyPlace() {
        byte[] whole = files.toBytes(Networks.referenceCnn());
        for (int length = 1; length < whole.length - 1; length += 97) {
            byte[] part = Arrays.copyOf(whole, length);
            ReportedException e = refused(new ByteArrayInputStream(part));
            assertThat(e.getMessage()).contains("cut off or damaged");
            assertThat(e.remedy()).isNotBlank();
        }
    }

    @Test
    void empty() {
        assertThat(refused("").getMessage()).contains("not a network file: it is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<html/>; not a network file: it starts with <html>",
        "<network:Experiment xmlns:network=\"http://vesalius.org/network/1.0\"/>; it holds <Experiment>",
        "<n:Network xmlns:n=\"http://vesalius.org/network/2.0\"/>; version 2.0 of the network format; this Vesalius",
        "not xml at all; not a network file: it is empty or holds something else",
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>; starts with <xmi:XMI>"})
    void foreignContent(String content, String expected) {
        String[] messages = expected.split(" this Vesalius");
        assertThat(refused(content).getMessage()).contains(messages[0]);
    }

    @Test
    void tenThousandDeep() {
        String open = "<layers xsi:type=\"network:TimeDistributed\">"
                + "<layer xsi:type=\"network:TimeDistributed\">".repeat(10_000);
        assertThat(refused(HEAD + ">" + open).getMessage()).contains("nested more than 32 deep");
    }

    @Test
    void tenThousandBlocksInEachOther() {
        String open = "<layers xsi:type=\"network:Block\">".repeat(10_000);
        assertThat(refused(HEAD + ">" + open).getMessage()).contains("nested more than 32 deep");
    }

    @Test
    void idsCountInTheWholeFile() {
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Add\" id=\"a\"/><layers xsi:type=\"network:Block\""
                + " id=\"b\"><layers xsi:type=\"network:Add\" id=\"a\"/></layers></network:Network>").getMessage())
                .contains("Several elements have the id 'a'");
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Block\" id=\"b\"><connections target=\"gone\"/>"
                + "</layers></network:Network>").getMessage()).contains("there is nothing with the id 'gone'");
    }

    @Test
    void aBillionElementsAreAProblemOfTheNetworkNotOfTheMachine() {
        String content = HEAD + "><layers xsi:type=\"network:Input\" id=\"i\" name=\"i\""
                + " shape=\"1000000000x1000000000x3\"/><layers xsi:type=\"network:Flatten\" id=\"f\" name=\"f\"/>"
                + "<connections source=\"i\" target=\"f\"/></network:Network>";
        Network network = files.load(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "n");
        assertThat(Analyses.faults(network)).isNotEmpty();
    }

    @Test
    void moreElementsThanAnyoneDraws() {
        String many = "<connections/>".repeat(500_001);
        assertThat(refused(HEAD + ">" + many + "</network:Network>").getMessage()).contains("500000 elements");
    }

    @Test
    void endlessStream() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                return length;
            }
        };
        assertThat(refused(endless).getMessage()).contains("larger than 64 MiB");
    }

    @Test
    void danglingReferencesInGreatNumber() {
        StringBuilder content = new StringBuilder(HEAD).append('>');
        for (int i = 0; i < 30_000; i++) {
            content.append("<layers xsi:type=\"network:Add\" id=\"a").append(i).append("\"/>\n<connections source=\"b")
                    .append(i).append("\"/>\n");
        }
        assertThat(refused(content.append("</network:Network>").toString()).getMessage())
                .contains("there is nothing with the id 'b0'");
    }

    @Test
    void duplicateIds() {
        assertThat(refused(HEAD + "><layers xsi:type=\"network:Add\" id=\"a\"/><layers xsi:type=\"network:Add\" id=\"a\"/>"
                + "</network:Network>").getMessage()).contains("Several elements have the id 'a'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "xsi:type=\"network:Dens\"; Line 3: the type 'Dens' is not known here.; plug-in",
        "xsi:type=\"network:Layer\"; Line 3: it does not say which kind of Layer is meant.; xsi:type",
        "id=\"x\"; Line 3: it does not say which kind of Layer is meant.; xsi:type",
        "xsi:type=\"network:Dense\" unit=\"3\"; Line 3: Dense has nothing called 'unit'.; Correct or remove",
        "xsi:type=\"network:Dense\" units=\"many\"; Line 3: 'many' is no value for units.; Correct the value",
        "xsi:type=\"network:Dense\" units=\"99999999999\"; Line 3: '99999999999' is no value for units.; Correct",
        "xsi:type=\"network:Dense\" activation=\"relux\"; Line 3: 'relux' is no value for activation.; Correct",
        "xsi:type=\"network:Input\" shape=\"3x\"; Line 3: '3x' is no value for shape. '3x' is not a shape; Correct",
        "xsi:type=\"network:Convolution2D\" kernelSize=\"a\"; Line 3: 'a' is no value for kernelSize.; Correct",
        "xsi:type=\"ecore:EClass\" xmlns:ecore=\"http://www.eclipse.org/emf/2002/Ecore\"; Line 3: the types of ; plug-in",
        "xsi:type=\"network:Connection\"; Line 3; Correct the"})
    void wrongLayersAreNamedWithTheirLine(String attributes, String message, String remedy) {
        ReportedException e = refused(HEAD + ">\n\n<layers " + attributes + "/></network:Network>");
        assertThat(e.getMessage()).contains(message);
        assertThat(e.remedy()).contains(remedy);
        assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
    }

    @Test
    void bytesChangedAtRandomNeverDoMoreThanBeRefused() {
        byte[] whole = files.toBytes(Networks.referenceCnn());
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i <= random.nextInt(8); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                files.load(new ByteArrayInputStream(changed), "test.network");
            } catch (ReportedException e) {
                assertThat(e.remedy()).isNotBlank();
            }
        }
    }

    private ReportedException refused(String content) {
        return refused(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private ReportedException refused(InputStream content) {
        ReportedException e = catchThrowableOfType(ReportedException.class, () -> files.load(content, "test.network"));
        assertThat(e).isNotNull();
        assertThat(e.getMessage()).startsWith("test.network: ");
        return e;
    }
}
