// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.impl.EFactoryImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.impl.LayerImpl;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.command.AddLayerCommand;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A layer type that a laboratory brings is edited without a line of its own for the window. */
@WindowTest
class LabLayerTest {
    private final EClass type = EcoreFactory.eINSTANCE.createEClass();
    private final EAttribute factor = EcoreFactory.eINSTANCE.createEAttribute();

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** A metamodel of one class with one attribute, as a plug-in has it. */
    private Layer labLayer() {
        EPackage metamodel = EcoreFactory.eINSTANCE.createEPackage();
        metamodel.setName("lab");
        metamodel.setNsPrefix("lab");
        metamodel.setNsURI("http://lab.example/layers/1.0");
        metamodel.setEFactoryInstance(new Factory());
        metamodel.getEClassifiers().add(type);
        type.setName("Enlarge");
        type.getESuperTypes().add(NetworkPackage.Literals.LAYER);
        type.getEStructuralFeatures().add(factor);
        factor.setName("factor");
        factor.setEType(EcorePackage.Literals.EINT);
        factor.setDefaultValueLiteral("2");
        EcoreUtil.setAnnotation(factor, "http://vesalius.org/attribute", "min", "1");
        EcoreUtil.setAnnotation(factor, "http://vesalius.org/attribute", "max", "8");
        EcoreUtil.setAnnotation(factor, "http://vesalius.org/attribute", "unit", "times");
        return new LabObject(type);
    }

    @Test
    void itsAttributesHaveFieldsWithTheirLimits() {
        IProject project = Workbench.emptyProject("lab");
        Ui.run(() -> Workbench.page().showView(IPageLayout.ID_PROP_SHEET));
        Designer designer = Designer.open(project, "lab.network", new NetworkBuilder("lab")
                .add("image", NetworkFactory.eINSTANCE.createInput(), input -> input.setShape(Shape.image(8, 8, 1))).build());
        Layer enlarge = labLayer();
        enlarge.setName("enlarge");
        Ui.run(() -> designer.editor().commands()
                .execute(new AddLayerCommand(designer.editor().network(), enlarge, 200, 200)));
        designer.awaitLayout();
        designer.select("enlarge");
        PropertySheet sheet = new PropertySheet(designer.robot());
        Ui.await("the tabs", () -> sheet.tabs().equals(List.of("Layer", "Result", "Problems")));
        sheet.type("Factor", "3");
        Ui.await("the value", () -> Integer.valueOf(3).equals(enlarge.eGet(factor)));
        sheet.enter("Factor", "9");
        Ui.await("the limit", () -> sheet.says(text -> text.contains("Factor: must be 1 to 8")));
        designer.robot().key("Escape");
        sheet.awaitValue("Factor", "3");
        Ui.run(() -> designer.editor().commands().undo());
        assertEquals(2, Ui.ask(() -> enlarge.eGet(factor)));
    }

    /** Makes objects that are layers for Java too, as generated code would. */
    private static final class Factory extends EFactoryImpl {
        @Override
        public EObject create(EClass wanted) {
            return new LabObject(wanted);
        }
    }

    /** An object that is a layer for Java too, as generated code would make it. */
    private static final class LabObject extends LayerImpl {
        LabObject(EClass type) {
            eSetClass(type);
        }
    }
}
