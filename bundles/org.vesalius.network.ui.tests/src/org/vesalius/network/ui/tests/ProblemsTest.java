// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.gef.EditPart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.network.ui.marker.ProblemFixes;
import org.vesalius.network.ui.marker.ProblemMarkers;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Mistakes in a network show as markers with fixes, and files that can't be read show why. */
@WindowTest
class ProblemsTest {
    private IProject project;

    @BeforeEach
    void makeProject() {
        project = Workbench.emptyProject("problems");
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    /** A Dense layer that gets an image. */
    private static Network mismatch() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("mismatch")
                .add("image", factory.createInput(), input -> input.setShape(Shape.image(64, 64, 3)))
                .add("conv1", factory.createConvolution2D())
                .add("fc1", factory.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.SIGMOID);
                }).add("finding", factory.createOutput()).build();
    }

    private static byte[] bytes(Network network) {
        return new NetworkFiles(StandardLayers.catalog()).toBytes(network);
    }

    private static IMarker[] errors(IFile file) throws CoreException {
        return Arrays.stream(file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO))
                .filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR)
                .toArray(IMarker[]::new);
    }

    @Test
    void fileThatIsNotOpenGetsMarkers() {
        IFile file = Workbench.write(project, "closed.network", bytes(mismatch()));
        Ui.await("a marker on the file", () -> errors(file).length > 0);
        IMarker marker = Ui.ask(() -> errors(file)[0]);
        assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("fc1"), marker.getAttribute(IMarker.MESSAGE, ""));
        assertEquals("fc1", marker.getAttribute(ProblemMarkers.LAYER, ""));
    }

    @Test
    void markerLeadsToItsLayerAndItsFixMendsTheNetwork() {
        IFile file = Workbench.write(project, "open.network", bytes(mismatch()));
        Designer designer = Designer.open(file);
        Ui.await("a marker", () -> errors(file).length > 0);
        Screenshots.save("designer-problem");
        IMarker marker = Ui.ask(() -> errors(file)[0]);
        Ui.run(() -> IDE.gotoMarker(designer.editor(), marker));
        EditPart selected = Ui.ask(() -> (EditPart) designer.editor().viewer().getSelectedEditParts().get(0));
        assertEquals("fc1", Ui.ask(() -> designer.layer("fc1").getId()));
        assertEquals(designer.layer("fc1"), selected.getModel());

        IMarkerResolution[] fixes = Ui.ask(() -> new ProblemFixes().getResolutions(marker));
        assertTrue(fixes.length > 0, "there is a fix");
        Ui.run(() -> fixes[0].run(marker));
        Ui.await("no error any more", () -> errors(file).length == 0);
        designer.robot().key("ctrl+z");
        Ui.await("the error again", () -> errors(file).length > 0);
    }

    @Test
    void brokenFileShowsWhatIsWrong() {
        String broken = new String(bytes(mismatch()), StandardCharsets.UTF_8).replace("</", "<");
        IFile file = Workbench.write(project, "broken.network", broken.getBytes(StandardCharsets.UTF_8));
        NetworkEditor editor = Workbench.open(file, NetworkEditor.class);
        Ui.await("the page that tells it", editor::isBroken);
        Ui.await("a marker on the file", () -> errors(file).length == 1);
        Screenshots.save("designer-broken");

        Workbench.write(project, "broken.network", bytes(mismatch()));
        Ui.await("the mended file", () -> editor.network() != null && !editor.isBroken());
    }

    @Test
    void fileChangedByOthersIsReadAgain() {
        IFile file = Workbench.write(project, "shared.network", bytes(mismatch()));
        Designer designer = Designer.open(file);
        Network other = mismatch();
        other.getLayers().get(1).setName("renamed");
        Workbench.write(project, "shared.network", bytes(other));
        Ui.await("the new content", () -> designer.layer("renamed") != null);
    }
}
