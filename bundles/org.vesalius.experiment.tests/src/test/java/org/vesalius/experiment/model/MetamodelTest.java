// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.ExperimentPackage;
import org.vesalius.network.meta.AttributeInfo;

/** Forms, help and checks are made from the metamodel, so it must not be silent anywhere. */
class MetamodelTest {
    @Test
    void everyTypeAndFeatureIsLabelledAndDocumentedAtRunTime() {
        for (EClassifier classifier : ExperimentPackage.eINSTANCE.getEClassifiers()) {
            assertThat(EcoreUtil.getDocumentation(classifier)).as(classifier.getName()).isNotBlank();
            if (classifier instanceof EClass type) {
                assertThat(EcoreUtil.getAnnotation(type, "http://vesalius.org/type", "label")).as(type.getName())
                        .isNotBlank();
                type.getEStructuralFeatures().forEach(MetamodelTest::check);
            }
        }
    }

    @Test
    void defaultsLieWithinTheirLimits() {
        ExperimentPackage.eINSTANCE.eAllContents().forEachRemaining(element -> {
            if (element instanceof EAttribute attribute && attribute.getDefaultValue() instanceof Number number) {
                AttributeInfo info = AttributeInfo.of(attribute);
                assertThat(number.doubleValue()).as(attribute.getName())
                        .isGreaterThanOrEqualTo(info.min().orElse(Double.NEGATIVE_INFINITY))
                        .isLessThanOrEqualTo(info.max().orElse(Double.POSITIVE_INFINITY));
            }
        });
    }

    private static void check(EStructuralFeature feature) {
        assertThat(EcoreUtil.getDocumentation(feature)).as(feature.getName()).isNotBlank();
        assertThat(EcoreUtil.getAnnotation(feature, "http://vesalius.org/attribute", "label")).as(feature.getName())
                .isNotBlank();
    }
}
