// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.analyser.AnalyserView;
import org.vesalius.network.ui.marker.ProblemFixes;
import org.vesalius.network.ui.marker.ProblemMarkers;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Each kind of fix is applied by the marker and by the Analyser, and undone to the byte. */
@WindowTest
class FixesTest {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private final NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
    private IProject project;

    @BeforeEach
    void showAnalyser() {
        project = Workbench.emptyProject("fixes");
        Ui.run(() -> Workbench.page().showView(AnalyserView.ID));
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    private static NetworkBuilder rows(String name) {
        return new NetworkBuilder(name).add("numbers", MAKE.createInput(), input -> input.setShape(Shape.vector(8)));
    }

    private static NetworkBuilder decided(NetworkBuilder builder, ActivationFunction function) {
        return builder.add("fc", MAKE.createDense(), dense -> {
            dense.setUnits(1);
            dense.setActivation(function);
        });
    }

    static Stream<Arguments> faults() {
        NetworkBuilder flat = new NetworkBuilder("flat")
                .add("image", MAKE.createInput(), input -> input.setShape(Shape.image(8, 8, 1)));
        Network twice = decided(rows("twice").add("other", MAKE.createDense()), ActivationFunction.SIGMOID)
                .add("finding", MAKE.createOutput()).build();
        twice.getLayers().get(1).setName("fc");
        Network circle = decided(rows("circle").add("first", MAKE.createDense()), ActivationFunction.SIGMOID)
                .add("finding", MAKE.createOutput()).build();
        Layer first = circle.getLayers().get(1);
        new Wiring(circle).connect(circle.getLayers().get(2), first);
        return Stream.of(
                Arguments.of("missing Flatten",
                        decided(flat, ActivationFunction.SIGMOID).add("finding", MAKE.createOutput()).build()),
                Arguments.of("missing Output", decided(rows("open"), ActivationFunction.SIGMOID).build()),
                Arguments.of("loss against activation", decided(rows("linear"), ActivationFunction.LINEAR)
                        .add("finding", MAKE.createOutput()).build()),
                Arguments.of("a name twice", twice), Arguments.of("a cycle", circle));
    }

    private static Problem fault(Designer designer) {
        return designer.editor().analysis().problems().stream()
                .filter(problem -> problem.isError() && !problem.fixes().isEmpty()).findFirst().orElse(null);
    }

    private String bytes(Designer designer) {
        return Ui.ask(() -> new String(files.toBytes(designer.editor().network()), StandardCharsets.UTF_8));
    }

    private Designer open(Network network) {
        Designer designer = Designer.open(project, "faulty.network", network);
        Ui.await("the fault", () -> fault(designer) != null);
        return designer;
    }

    private static boolean isMended(Designer designer, Problem fault) {
        return designer.editor().analysis().problems().stream()
                .noneMatch(problem -> problem.checkId().equals(fault.checkId()) && problem.subject().equals(fault.subject()));
    }

    private void undoTo(Designer designer, String before) {
        Ui.run(() -> designer.editor().commands().undo());
        assertEquals(before, bytes(designer), "one undo brings everything back");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void markerMends(String name, Network network) {
        Designer designer = open(network);
        Problem fault = Ui.ask(() -> fault(designer));
        String before = bytes(designer);
        IFile file = project.getFile("faulty.network");
        Ui.await("the marker", () -> marker(file, fault) != null);
        Ui.run(() -> {
            IMarker marker = marker(file, fault);
            new ProblemFixes().getResolutions(marker)[0].run(marker);
        });
        Ui.await("the network mended", () -> isMended(designer, fault));
        undoTo(designer, before);
    }

    private static IMarker marker(IFile file, Problem fault) throws CoreException {
        return Arrays.stream(file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO))
                .filter(marker -> marker.getAttribute(IMarker.MESSAGE, "").equals(fault.message())).findFirst().orElse(null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void analyserMends(String name, Network network) {
        Designer designer = open(network);
        Problem fault = Ui.ask(() -> fault(designer));
        String before = bytes(designer);
        Controls.follow(fault.fixes().get(0).label());
        Ui.await("the network mended", () -> isMended(designer, fault));
        undoTo(designer, before);
    }
}
