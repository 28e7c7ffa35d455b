// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.analysis.IncrementalAnalysis;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.tests.benchmark.LargeNetworks;
import org.vesalius.network.ui.command.SetFeatureCommand;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The analysis of an edit runs beside the UI thread, which only hears its result. */
@WindowTest
class AnalysisThreadTest {
    private static final int LAYERS = 2000;
    private static final int MOST_EDITS = 1000;

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void analysisNeverRunsOnTheUiThread() throws Exception {
        Designer designer = Designer.open(Workbench.emptyProject("thread"), "large.network",
                LargeNetworks.of(LAYERS));
        Ui.await("the first analysis", () -> designer.editor().analysis().total().isPresent());
        Set<Thread> hearing = ConcurrentHashMap.newKeySet();
        Set<Thread> analysing = ConcurrentHashMap.newKeySet();
        // one edit is analysed too soon to be seen each time
        for (int edit = 0; edit < MOST_EDITS && analysing.isEmpty(); edit++) {
            int filters = edit % 2 == 0 ? 17 : 16;
            CountDownLatch heard = new CountDownLatch(1);
            Consumer<AnalysisSnapshot> listener = snapshot -> {
                hearing.add(Thread.currentThread());
                heard.countDown();
            };
            Ui.run(() -> {
                designer.editor().addAnalysisListener(listener);
                designer.editor().commands().execute(new SetFeatureCommand("Set", designer.layer("conv0"),
                        NetworkPackage.Literals.CONVOLUTION__FILTERS, filters));
            });
            while (!heard.await(1, TimeUnit.MILLISECONDS)) {
                analysing.addAll(threadsThatAnalyse());
            }
            Ui.run(() -> designer.editor().removeAnalysisListener(listener));
        }
        Thread ui = Ui.ask(Thread::currentThread);
        assertFalse(analysing.isEmpty(), "it took long enough to be seen");
        assertFalse(analysing.contains(ui), "the UI thread analysed");
        assertTrue(hearing.contains(ui), "the UI thread heard the result");
    }

    private static Set<Thread> threadsThatAnalyse() {
        Set<Thread> found = ConcurrentHashMap.newKeySet();
        for (Map.Entry<Thread, StackTraceElement[]> stack : Thread.getAllStackTraces().entrySet()) {
            if (Arrays.stream(stack.getValue()).anyMatch(
                    frame -> frame.getClassName().equals(IncrementalAnalysis.class.getName()))) {
                found.add(stack.getKey());
            }
        }
        return found;
    }
}
