// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.standard.StandardLayers;

/** Palette, property sheet and help come from the metamodel, so nothing may be missing there. */
class MetamodelTest {
    static Stream<EClassifier> classifiers() {
        return NetworkPackage.eINSTANCE.getEClassifiers().stream();
    }

    static Stream<EAttribute> attributes() {
        return classifiers().filter(EClass.class::isInstance).flatMap(c -> ((EClass) c).getEAttributes().stream());
    }

    static List<EClass> layerTypes() {
        return StandardLayers.catalog().types();
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void everythingIsDocumented(EClassifier classifier) {
        assertThat(Annotations.documentation(classifier)).isNotBlank().endsWith(".");
        if (classifier instanceof EClass type) {
            for (EStructuralFeature feature : type.getEStructuralFeatures()) {
                assertThat(Annotations.documentation(feature)).as(feature.getName()).isNotBlank().endsWith(".");
            }
        }
        if (classifier instanceof EEnum choice) {
            for (EEnumLiteral literal : choice.getELiterals()) {
                assertThat(Annotations.documentation(literal)).as(literal.getName()).isNotBlank().endsWith(".");
                assertThat(literal.getLiteral()).isEqualTo(literal.getName().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void everyAttributeHasALabelAndNumbersHaveLimits(EAttribute attribute) {
        assertThat(Annotations.read(attribute, Annotations.ATTRIBUTE, "label")).isPresent();
        AttributeInfo info = AttributeInfo.of(attribute);
        boolean position = attribute.getEContainingClass() == NetworkPackage.Literals.LAYER;
        String type = attribute.getEAttributeType().getName();
        if (!position && List.of("EInt", "EDouble", "Size2D", "Size3D").contains(type)) {
            assertThat(info.min()).isPresent();
            assertThat(info.max()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("layerTypes")
    void everyTypeHasItsPlaceInThePalette(EClass type) {
        assertThat(Annotations.read(type, Annotations.LAYER, "category")).isPresent();
        assertThat(Annotations.read(type, Annotations.LAYER, "label")).isPresent();
        assertThat(LayerInfo.of(type).shortName()).matches("[a-z]+");
    }

    @ParameterizedTest
    @MethodSource("layerTypes")
    void defaultsAreWithinTheLimits(EClass type) {
        EObject layer = EcoreUtil.create(type);
        assertThat(new Limits().violations(layer)).isEmpty();
    }

    @Test
    void theCategoriesComeInTheOrderOfThePalette() {
        assertThat(layerTypes().stream().map(StandardLayers.catalog()::category).distinct()).containsExactly("Input",
                "Core", "Shape", "Activation", "Regularisation", "Convolution", "Pooling", "Normalisation", "Recurrent",
                "Attention", "Merge", "Output", "Block", "Other");
    }

    @Test
    void aTypeWithoutAnnotationsGetsUsefulAnswers() {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName("SqueezeExcite");
        assertThat(LayerInfo.of(type)).isEqualTo(new LayerInfo("Other", "Squeeze excite", "squeezeexcite", ""));
        EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
        attribute.setName("reductionRatio");
        assertThat(AttributeInfo.of(attribute).label()).isEqualTo("Reduction ratio");
    }

    @Test
    void aUnitThatTheLabelSaysIsNotSaidAgain() {
        EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
        attribute.setName("epochs");
        EcoreUtil.setAnnotation(attribute, Annotations.ATTRIBUTE, "unit", "epochs");
        EcoreUtil.setAnnotation(attribute, Annotations.ATTRIBUTE, "zero", "none");
        assertThat(AttributeInfo.of(attribute).unit()).isEmpty();
        assertThat(AttributeInfo.of(attribute).zero()).isEqualTo("none");
        EcoreUtil.setAnnotation(attribute, Annotations.ATTRIBUTE, "unit", "passes");
        assertThat(AttributeInfo.of(attribute).unit()).isEqualTo("passes");
    }

    @Test
    void layersAreCalledByLabelAndName() {
        Layer dense = (Layer) EcoreUtil.create(NetworkPackage.Literals.DENSE);
        assertThat(LayerInfo.called(dense)).isEqualTo("Dense without a name");
        dense.setName("fc1");
        assertThat(LayerInfo.called(dense)).isEqualTo("Dense 'fc1'");
    }
}
