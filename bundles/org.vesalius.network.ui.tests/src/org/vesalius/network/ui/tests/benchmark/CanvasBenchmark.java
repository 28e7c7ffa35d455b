// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import com.sun.management.OperatingSystemMXBean;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.command.SetFeatureCommand;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.ui.tests.harness.Limit;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Opening, painting, analysing and arranging networks of 1,000 and 5,000 layers. It prints figures and demands none. */
@Limit(60)
@WindowTest
class CanvasBenchmark {
    private static final int EDITS = 9;
    private static final String REPORT = "vesalius.benchmark.report";
    private static final NetworkFiles FILES = new NetworkFiles(StandardLayers.catalog());

    private final IProject project = Workbench.emptyProject("benchmark");
    private BareCanvas bare;

    @AfterEach
    void close() {
        Workbench.closeEditors();
        if (bare != null) {
            Ui.run(bare::close);
            bare = null;
        }
    }

    private static void report(String format, Object... values) throws Exception {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        String file = System.getProperty(REPORT);
        if (file != null) {
            Files.write(Path.of(file), (line + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    @Test
    void canvas() throws Exception {
        report("%d processors, Java %s", Runtime.getRuntime().availableProcessors(), Runtime.version());
        opening(1000, "cold");
        Cost open = opening(1000, "warm").or(opening(1000, "warm"));
        painting(1000);
        editing(1000, open);
        ratio("opening 1,000 layers, at most 0.35", 1000);
        arranging();
        open = opening(5000, "warm").or(opening(5000, "warm"));
        painting(5000);
        editing(5000, open);
        ratio("opening 5,000 layers, at most 0.25", 5000);
    }

    /** Compares the canvas of the designer with that of the textbook, both without a workbench around them. */
    private Cost ratio(String what, int layers) throws Exception {
        Cost ours = bare(layers, true).or(bare(layers, true)).or(bare(layers, true));
        Frames.Rate ourRate = panning();
        Cost textbook = bare(layers, false).or(bare(layers, false)).or(bare(layers, false));
        Frames.Rate textbookRate = panning();
        report("%,d layers on a bare canvas: %d ms (%d CPU) to %d ms (%d CPU); at 50 %%: %s to %s", layers, ours.millis,
                ours.processor, textbook.millis, textbook.processor, ourRate, textbookRate);
        report("ratio to a textbook canvas: %s: %.2f (%.2f in time of the processor); frames at 50 %%, at least 3: %.1f",
                what, ours.millis / (double) textbook.millis, ours.processor / (double) textbook.processor,
                textbookRate.millis() / ourRate.millis());
        return textbook;
    }

    /**
     * What an opening took.
     *
     * @param millis from the call to the first painting
     * @param processor time of the processor for the UI thread, in milliseconds
     * @param all time of the processor for all threads, in microseconds
     */
    private record Cost(long millis, long processor, long all) {
        /** The better of two: what else the machine did counts less. */
        Cost or(Cost other) {
            return other.millis < millis ? other : this;
        }
    }

    /** Opens a network on a canvas without all that makes a designer. */
    private Cost bare(int layers, boolean ours) throws Exception {
        close();
        Network network = LargeNetworks.of(layers);
        CompletableFuture<Void> painted = new CompletableFuture<>();
        bare = Ui.ask(() -> ours ? BareCanvas.ofTheDesigner(network) : BareCanvas.ofTheTextbook());
        long used = Ui.ask(CanvasBenchmark::used);
        long from = System.nanoTime();
        Ui.run(() -> bare.show(network, painted));
        painted.get();
        return new Cost((System.nanoTime() - from) / 1_000_000, (Ui.ask(CanvasBenchmark::used) - used) / 1_000_000,
                0);
    }

    private Frames.Rate panning() throws Exception {
        Ui.run(() -> bare.zoom().setZoom(0.5));
        Viewport port = bare.zoom().getViewport();
        return Frames.measure(bare.control(), step -> port.setViewLocation(step * 7 % 2000, step * 5 % 1500));
    }

    private Cost opening(int layers, String state) throws Exception {
        close();
        IFile file = Workbench.write(project, "large" + layers + ".network", FILES.toBytes(LargeNetworks.of(layers)));
        long used = Ui.ask(CanvasBenchmark::used);
        long all = usedByAll();
        long from = System.nanoTime();
        NetworkEditor editor = open(file);
        Cost cost = new Cost((System.nanoTime() - from) / 1_000_000, (Ui.ask(CanvasBenchmark::used) - used) / 1_000_000,
                usedByAll() - all);
        report("opening %,d layers, %s: %d ms (%d ms CPU of the UI thread)", layers, state, cost.millis, cost.processor);
        Ui.await("the analysis", () -> editor.analysis().total().isPresent());
        return cost;
    }

    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns when the network is painted for the first time. */
    private static NetworkEditor open(IFile file) throws Exception {
        CompletableFuture<Void> painted = new CompletableFuture<>();
        NetworkEditor editor = Ui.ask(() -> {
            NetworkEditor opened = (NetworkEditor) IDE.openEditor(Workbench.page(), file, true);
            Control canvas = opened.viewer().getControl();
            canvas.addListener(SWT.Paint, new Listener() {
                @Override
                public void handleEvent(Event event) {
                    if (opened.network() != null) {
                        canvas.removeListener(SWT.Paint, this);
                        painted.complete(null);
                    }
                }
            });
            return opened;
        });
        painted.get();
        return editor;
    }

    private void painting(int layers) throws Exception {
        NetworkEditor editor = Ui.ask(() -> (NetworkEditor) Workbench.page().getActiveEditor());
        for (double scale : new double[] {1, 0.5, 0.25}) {
            ZoomManager zoom = Ui.ask(() -> (ZoomManager) editor.getAdapter(ZoomManager.class));
            Ui.run(() -> zoom.setZoom(scale));
            Viewport port = zoom.getViewport();
            Frames.Rate pan = frames(editor, step -> port.setViewLocation(step * 7 % 2000, step * 5 % 1500));
            report("%,d layers at %.0f %%: pan %s, zoom %s, drag %s", layers, scale * 100, pan,
                    frames(editor, step -> zoom.setZoom(scale * (1 + step % 10 / 50.0))),
                    drag(editor, zoom, scale));
        }
    }

    private static Frames.Rate frames(NetworkEditor editor, IntConsumer step) throws Exception {
        return Frames.measure(editor.viewer().getControl(), step);
    }

    /** Drags the third layer about by events as the mouse sends them. */
    private static Frames.Rate drag(NetworkEditor editor, ZoomManager zoom, double scale) throws Exception {
        Control canvas = editor.viewer().getControl();
        Rectangle card = Ui.ask(() -> {
            zoom.setZoom(scale);
            zoom.getViewport().setViewLocation(0, 0);
            editor.viewer().flush();
            GraphicalEditPart part = (GraphicalEditPart) editor.viewer().getEditPartRegistry()
                    .get(editor.network().getLayers().get(2));
            Rectangle bounds = part.getFigure().getBounds().getCopy();
            part.getFigure().translateToAbsolute(bounds);
            return bounds;
        });
        int x = card.getCenter().x;
        int y = card.getCenter().y;
        Ui.run(() -> send(canvas, SWT.MouseMove, x, y, 0));
        Ui.run(() -> send(canvas, SWT.MouseDown, x, y, 0));
        Frames.Rate rate = frames(editor, step -> send(canvas, SWT.MouseMove, x + step % 200, y + step % 90, SWT.BUTTON1));
        Ui.run(() -> send(canvas, SWT.MouseUp, x, y, SWT.BUTTON1));
        return rate;
    }

    private static void send(Control canvas, int type, int x, int y, int state) {
        Event event = new Event();
        event.type = type;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.x = x;
        event.y = y;
        event.stateMask = state;
        event.count = 1;
        canvas.notifyListeners(type, event);
    }

    /**
     * From a change to its analysis. What else the machine does tells less on the time of the processor, of all threads
     * together.
     */
    private void editing(int layers, Cost open) throws Exception {
        NetworkEditor editor = Ui.ask(() -> (NetworkEditor) Workbench.page().getActiveEditor());
        List<Long> millis = new ArrayList<>();
        List<Long> used = new ArrayList<>();
        for (int round = 0; round < EDITS; round++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Consumer<AnalysisSnapshot> listener = snapshot -> done.complete(null);
            int units = 32 + round;
            long before = usedByAll();
            long from = System.nanoTime();
            Ui.run(() -> {
                editor.addAnalysisListener(listener);
                editor.commands().execute(new SetFeatureCommand("Set", editor.network().getLayers().get(1),
                        NetworkPackage.Literals.CONVOLUTION__FILTERS, units));
            });
            done.get();
            millis.add((System.nanoTime() - from) / 1_000_000);
            Ui.run(() -> editor.removeAnalysisListener(listener));
            used.add(usedByAll() - before);
        }
        report("analysis of edits at %,d layers: %s ms (%s µs CPU of all threads)", layers, millis, used);
        report("ratio: analysis of an edit to opening %,d layers in the designer, at most 0.05: %.3f (%.3f in time of the"
                + " processor)", layers, median(millis) / (double) open.millis(), median(used) / (double) open.all());
    }

    private static long median(List<Long> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static long usedByAll() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1000;
    }

    private static void arranging() throws Exception {
        Network network = LargeNetworks.of(1000);
        for (String state : new String[] {"first", "warm"}) {
            long from = System.nanoTime();
            DiagramLayout layout = new DiagramLayout(network);
            layout.run(() -> false);
            Map<?, ?> positions = layout.positions();
            report("layout of %,d layers, %s: %d ms", positions.size(), state, (System.nanoTime() - from) / 1_000_000);
        }
        report("cancelling a layout of 5,000 layers: %d ms", cancelLatency());
    }

    private static long cancelLatency() throws Exception {
        DiagramLayout layout = new DiagramLayout(LargeNetworks.of(5000));
        AtomicBoolean cancelled = new AtomicBoolean();
        CompletableFuture<Long> end = new CompletableFuture<>();
        Thread runner = new Thread(() -> {
            try {
                layout.run(cancelled::get);
            } catch (CancellationException e) {
                end.complete(System.nanoTime());
                return;
            }
            end.complete(0L);
        });
        runner.start();
        runner.join(300);
        long from = System.nanoTime();
        cancelled.set(true);
        return Math.max(0, (end.get() - from) / 1_000_000);
    }
}
