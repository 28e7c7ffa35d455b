// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what the build's own files say: modules, managed versions and the target's list. */
final class MavenFiles {

    private MavenFiles() {}

    /** The modules of a pom, those of its profiles too. */
    static List<String> modules(Path pom) throws IOException {
        return elements(parse(pom), "module").map(Element::getTextContent).distinct().toList();
    }

    /** The ids of the plug-ins and features that a feature names. */
    static List<String> featureMembers(Path feature) throws IOException {
        return elements(parse(feature), "plugin").map(plugin -> plugin.getAttribute("id")).toList();
    }

    /** Version by "group:artifact" of every managed dependency with a literal version. */
    static Map<String, String> managedVersions(Path pom) throws IOException {
        Element management = elements(parse(pom), "dependencyManagement").findFirst().orElseThrow();
        return elements(management, "dependency")
                .filter(dependency -> !text(dependency, "version").startsWith("$"))
                .collect(
                        Collectors.toMap(
                                dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
                                dependency -> text(dependency, "version"),
                                (first, second) -> first));
    }

    /** Version by "group:artifact" of every line of the target platform's list. */
    static Map<String, String> targetVersions(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .map(line -> line.startsWith("@wrap ") ? line.split(" ")[1] : line)
                .filter(line -> line.matches("[^#:]+:[^:]+:[^: ]+"))
                .map(line -> line.replaceFirst("^P:", "org.eclipse.platform:"))
                .collect(
                        Collectors.toMap(
                                line -> line.substring(0, line.lastIndexOf(':')),
                                line -> line.substring(line.lastIndexOf(':') + 1)));
    }

    private static Document parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " can't be read", e);
        }
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Stream<Element> elements(Node node, String name) {
        NodeList found =
                node instanceof Document document
                        ? document.getElementsByTagName(name)
                        : ((Element) node).getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
