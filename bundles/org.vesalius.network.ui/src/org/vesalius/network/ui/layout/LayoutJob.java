// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.draw2d.geometry.Point;
import org.vesalius.core.LoggedFailure;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.diagram.layout.DiagramLayout;

/** Arranges the layers of a network, or inside a block, off the UI thread. */
public final class LayoutJob extends Job {
    private final DiagramLayout layout;
    private final Executor uiThread;
    private final Consumer<Map<Layer, Point>> result;

    /**
     * Takes what it needs of the network or block; to be made on the UI thread.
     *
     * @param result hears the new positions on the UI thread
     */
    public LayoutJob(LayerGraph graph, Executor uiThread, Consumer<Map<Layer, Point>> result) {
        super("Arrange layers");
        this.layout = new DiagramLayout(graph);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.result = Objects.requireNonNull(result);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            layout.run(monitor::isCanceled);
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            return Status.error("The layers could not be arranged; they stay where they are.",
                    LoggedFailure.of(e));
        }
        uiThread.execute(() -> result.accept(positions()));
        return Status.OK_STATUS;
    }

    private Map<Layer, Point> positions() {
        Map<Layer, Point> positions = new LinkedHashMap<>();
        layout.positions().forEach((layer, place) -> positions.put(layer, new Point(place.x(), place.y())));
        return positions;
    }
}
