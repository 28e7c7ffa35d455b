// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Dense;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.shape.Shape;

import org.vesalius.product.tests.harness.Ui;
import org.vesalius.product.tests.harness.WindowTest;

import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.block.BlockSource;

/** The analysis runs beside the UI thread, which only hears its results. */
@WindowTest
class LiveAnalysisTest {
    private static Network chain() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("chain").add("in", factory.createInput(), in -> in.setShape(Shape.vector(8)))
                .add("fc", factory.createDense()).add("out", factory.createOutput()).build();
    }

    @Test
    void analysisNeverRunsOnTheUiThread() {
        Network network = chain();
        List<Thread> analysing = new CopyOnWriteArrayList<>();
        List<Thread> hearing = new CopyOnWriteArrayList<>();
        LiveAnalysis live = Ui.ask(() -> {
            LiveAnalysis made = new LiveAnalysis(network, new NetworkAnalyzer(LayerCatalog.standard()), () -> {
                analysing.add(Thread.currentThread());
                return BlockSource.none();
            }, Display.getDefault()::asyncExec);
            made.onResult(result -> hearing.add(Thread.currentThread()));
            return made;
        });
        Ui.await("the first analysis", () -> hearing.size() == 1);
        Ui.run(() -> ((Dense) network.getLayers().get(1)).setUnits(3));
        Ui.await("the second analysis", () -> live.current().analysis()
                .map(analysis -> analysis.totalParameters().total() == 8 * 3 + 3).orElse(false));
        Ui.run(live::close);
        assertFalse(analysing.isEmpty());
        analysing.forEach(thread -> assertNull(Display.findDisplay(thread), "not the UI thread: " + thread));
        assertTrue(hearing.stream().allMatch(thread -> Display.findDisplay(thread) != null));
    }
}
