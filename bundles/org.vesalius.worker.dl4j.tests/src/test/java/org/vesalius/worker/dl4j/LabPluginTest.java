// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.core.ContributionFault;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.Installation;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;
import org.vesalius.worker.library.WorkerInstallation;

/** The plug-in of {@code examples/lab-plugin}, compiled and found as a worker finds it. */
class LabPluginTest {
    @TempDir
    private Path jar;

    private final List<ContributionFault> faults = new ArrayList<>();
    private URLClassLoader loader;

    @BeforeEach
    void compile() throws IOException {
        Path plugin = plugin();
        copy(plugin.resolve("META-INF"), jar.resolve("META-INF"));
        copy(plugin.resolve("icons"), jar.resolve("icons"));
        copy(plugin.resolve("src"), jar);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", jar.toString(), "-cp",
                System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(jar)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void itsLayerIsReadCheckedAndComputed() {
        Installation installed = new WorkerInstallation(loader, faults::add).read();
        Network network = read(installed, written(installed));
        NetworkAnalysis analysis = new NetworkAnalyser(installed.layers()).analyse(network);

        assertThat(faults).isEmpty();
        assertThat(installed.readers().has("lab-raw")).isTrue();
        assertThat(installed.layers().icon(mirror(installed).eClass())).isPresent();
        assertThat(analysis.problems()).isEmpty();
        assertThat(predicted(installed, network)).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void itsLayerSaysWhatItCannotTake() {
        Installation installed = new WorkerInstallation(loader, faults::add).read();
        Layer mirror = mirror(installed);
        mirror.eSet(mirror.eClass().getEStructuralFeature("axis"), 3);
        NetworkAnalysis analysis = new NetworkAnalyser(installed.layers()).analyse(around(mirror));

        assertThat(analysis.problems()).extracting(problem -> problem.message()).anySatisfy(message -> assertThat(
                message).isEqualTo(
                        "Mirror 'turned' gets 2×3×1 and turns axis 3 round, which is no place of it; choose"
                                + " an axis from 1 to 2."));
    }

    @Test
    void aDamagedOneIsNamedAndTheRestWorks() throws IOException {
        Files.delete(jar.resolve("org/example/lab/RawReader.class"));

        Installation installed = new WorkerInstallation(loader, faults::add).read();

        assertThat(faults).singleElement().extracting(ContributionFault::report).asString()
                .contains("org.example.lab.RawReader", "skipped");
        assertThat(installed.layers().types()).extracting(EClass::getName).contains("Mirror", "Dense");
    }

    private byte[] written(Installation installed) {
        return new NetworkFiles(installed.layers()).toBytes(around(mirror(installed)));
    }

    private static Network read(Installation installed, byte[] file) {
        return new NetworkFiles(installed.layers()).load(new java.io.ByteArrayInputStream(file), "lab.network");
    }

    private static Layer mirror(Installation installed) {
        EClass type = installed.layers().types().stream().filter(found -> found.getName().equals("Mirror")).findFirst()
                .orElseThrow();
        return (Layer) EcoreUtil.create(type);
    }

    private static Network around(Layer mirror) {
        return new NetworkBuilder("halves")
                .add("in", NetworkFactory.eINSTANCE.createInput(), input -> input.setShape(Shape.image(2, 3, 1)))
                .add("turned", mirror).add("flat", NetworkFactory.eINSTANCE.createFlatten())
                .add("out", NetworkFactory.eINSTANCE.createOutput()).build();
    }

    private double[] predicted(Installation installed, Network network) {
        BuiltGraph built = new GraphFactory(installed.layers(), LayerTranslators.installed(loader),
                NumericPath.REFERENCE).build(network, ExperimentFactory.eINSTANCE.createSgd(), 1);
        return built.graph().outputSingle(Nd4j.create(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3, 1)).data().asDouble();
    }

    private static Path plugin() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples/lab-plugin"))) {
            folder = folder.getParent();
        }
        return folder.resolve("examples/lab-plugin");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile).forEach(file -> copyInto(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyInto(Path file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
