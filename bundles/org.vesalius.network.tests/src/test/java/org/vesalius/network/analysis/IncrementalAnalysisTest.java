// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;

/** An analysis that keeps what still holds says what one says that begins anew, in every field. */
class IncrementalAnalysisTest {
    private static final List<String> TEMPLATES = List.of("resnet-18", "mobilenet", "u-net-2d", "image-record-fusion",
            "ecg-resnet-1d", "transformer-encoder");
    private final NetworkAnalyser analyser = new NetworkAnalyser(StandardLayers.catalog());

    @Test
    void isThatOfTheWholeWhateverIsEdited() {
        IntStream.range(0, 12).forEach(seed -> edit(new RandomNetworks(seed).draw(), seed, 20));
        IntStream.range(0, 3).forEach(seed -> edit(template(seed), seed, 6));
    }

    @Tag("nightly")
    @Test
    void isThatOfTheWholeAfterThousandsOfEdits() {
        IntStream.range(100, 500).forEach(seed -> edit(new RandomNetworks(seed).draw(), seed, 50));
        IntStream.range(100, 120).forEach(seed -> edit(template(seed), seed, 40));
    }

    private static Network template(int seed) {
        return new NetworkTemplates().create(TEMPLATES.get(seed % TEMPLATES.size()));
    }

    /** Edits a network; what follows it is analysed bit by bit, and a copy of it as a whole. */
    private void edit(Network network, int seed, int edits) {
        RandomDesign design = new RandomDesign(network, seed);
        NetworkChanges changes = new NetworkChanges(network);
        NetworkMirror mirror = new NetworkMirror(network);
        IncrementalAnalysis incremental = analyser.incremental(mirror.network());
        Map<Layer, LayerFigures> known = new IdentityHashMap<>();
        List<String> story = new ArrayList<>();
        for (int i = 0; i <= edits; i++) {
            Set<EObject> changed = mirror.apply(changes.take());
            NetworkAnalysis analysis = incremental.analyse(design.source(), changed);
            Network copy = EcoreUtil.copy(network);
            String where = "seed " + seed + " after " + story;
            assertThat(difference(AnalysisText.of(mirror.network()), AnalysisText.of(copy))).as(where).isEmpty();
            assertThat(difference(AnalysisText.of(mirror.network(), analysis),
                    AnalysisText.of(copy, analyser.analyse(copy, design.source())))).as(where).isEmpty();
            assertThat(surprises(mirror.network(), analysis, incremental.affected(), known)).as(where).isEmpty();
            story.add(design.edit());
        }
        changes.stop();
    }

    /** The first lines that are not alike. */
    private static List<String> difference(List<String> found, List<String> wanted) {
        for (int i = 0; i < Math.max(found.size(), wanted.size()); i++) {
            String one = i < found.size() ? found.get(i) : "nothing";
            String other = i < wanted.size() ? wanted.get(i) : "nothing";
            if (!one.equals(other)) {
                return List.of(one, other);
            }
        }
        return List.of();
    }

    /** Layers of which something new is known without notice. */
    private static List<Layer> surprises(Network network, NetworkAnalysis analysis, Set<Layer> affected,
            Map<Layer, LayerFigures> known) {
        List<Layer> surprises = new ArrayList<>();
        Graphs.in(network).stream().flatMap(graph -> graph.getLayers().stream()).forEach(layer -> {
            LayerFigures now = analysis.figures(layer);
            boolean same = now.equals(known.put(layer, now));
            if (!same && !affected.contains(layer)) {
                surprises.add(layer);
            }
        });
        return surprises;
    }
}
