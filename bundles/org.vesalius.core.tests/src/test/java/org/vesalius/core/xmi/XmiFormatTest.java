// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;

/** A ward with beds, each of which may have a neighbour: a model that no other part of the product knows. */
class XmiFormatTest {
    private static final String HEAD = "<w:Ward xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
            + " xmlns:w=\"http://test.example/ward/1.0\"";

    private final EPackage metamodel = EcoreFactory.eINSTANCE.createEPackage();
    private final EClass ward = type("Ward");
    private final EClass bed = type("Bed");
    private final EAttribute number = attribute(bed, "number");
    private final EReference beds = reference(ward, "beds", true);
    private final EReference neighbour = reference(bed, "neighbour", false);
    private final XmiFormat format;

    @TempDir
    private Path folder;

    XmiFormatTest() {
        metamodel.setName("ward");
        metamodel.setNsPrefix("w");
        metamodel.setNsURI("http://test.example/ward/1.0");
        number.setID(true);
        beds.setUpperBound(-1);
        format = new XmiFormat(new XmiDialect("ward", ward, List.of(metamodel), new XmiDialect.Limits(10_000, 100, 5)));
    }

    @Test
    void whatIsSavedIsLoadedAgain() {
        EObject model = twoBeds();
        Path file = folder.resolve("a.ward");
        format.save(model, file);
        EObject loaded = format.load(file);
        assertThat(EcoreUtil.equals(loaded, model)).isTrue();
        assertThat(new String(format.toBytes(loaded), StandardCharsets.UTF_8)).contains("neighbour=\"b2\"")
                .endsWith("\n");
    }

    @Test
    void aReferenceOutOfTheModelIsNotStored() {
        EObject model = twoBeds();
        EObject outside = EcoreUtil.create(bed);
        ((EObject) ((List<?>) model.eGet(beds)).get(0)).eSet(neighbour, outside);
        assertThatThrownBy(() -> format.toBytes(model)).isInstanceOf(ReportedException.class)
                .hasMessage("The ward can't be stored: Bed.neighbour refers to an object outside");
    }

    @Test
    void aReferenceIntoAnotherFileIsRefused() {
        refused(HEAD + "><beds number=\"a\" neighbour=\"other.ward#b\"/></w:Ward>", "another file");
    }

    @Test
    void itsOwnLimitsAreKept() {
        refused(HEAD + ">" + "<beds/>".repeat(100) + "</w:Ward>", "more than 100 elements");
        refused(HEAD + ">" + "<beds>".repeat(5), "nested more than 5 deep");
        refused(HEAD + ">" + " ".repeat(10_000) + "</w:Ward>", "larger than");
    }

    @Test
    void sameIdTwiceIsRefused() {
        refused(HEAD + "><beds number=\"a\"/><beds number=\"a\"/></w:Ward>", "Several elements have the id 'a'");
    }

    @Test
    void anEarlierOrLaterVersionIsNamed() {
        refused(HEAD.replace("1.0\"", "1.1\"") + "/>", "version 1.1 of the ward format; this Vesalius reads 1.0");
    }

    private void refused(String content, String message) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> format.load(new ByteArrayInputStream(bytes), "test.ward"))
                .isInstanceOf(ReportedException.class).hasMessageStartingWith("test.ward: ")
                .hasMessageContaining(message);
    }

    private EObject twoBeds() {
        EObject model = EcoreUtil.create(ward);
        EObject first = EcoreUtil.create(bed);
        EObject second = EcoreUtil.create(bed);
        first.eSet(number, "b1");
        second.eSet(number, "b2");
        first.eSet(neighbour, second);
        model.eSet(beds, List.of(first, second));
        return model;
    }

    private EClass type(String name) {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName(name);
        metamodel.getEClassifiers().add(type);
        return type;
    }

    private static EAttribute attribute(EClass owner, String name) {
        EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
        attribute.setName(name);
        attribute.setEType(EcorePackage.Literals.ESTRING);
        owner.getEStructuralFeatures().add(attribute);
        return attribute;
    }

    private EReference reference(EClass owner, String name, boolean containment) {
        EReference reference = EcoreFactory.eINSTANCE.createEReference();
        reference.setName(name);
        reference.setEType(bed);
        reference.setContainment(containment);
        owner.getEStructuralFeatures().add(reference);
        return reference;
    }
}
