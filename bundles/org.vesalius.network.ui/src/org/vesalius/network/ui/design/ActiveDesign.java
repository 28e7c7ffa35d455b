// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.design;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Tells a view which designer the user works in: the one that was active last, as long as it is open. */
public final class ActiveDesign implements IPartListener2, AutoCloseable {
    private final IWorkbenchPage page;
    private final Consumer<Optional<OpenDesign>> listener;
    private OpenDesign current;

    /**
     * Starts to follow the designers of a page.
     *
     * @param listener hears of another designer, or of none; for the first time with {@link #start}
     */
    public ActiveDesign(IWorkbenchPage page, Consumer<Optional<OpenDesign>> listener) {
        this.page = Objects.requireNonNull(page);
        this.listener = Objects.requireNonNull(listener);
    }

    /** Tells the designer that is active now, and from then on every change. */
    public void start() {
        page.addPartListener(this);
        current = design(page.getActiveEditor());
        listener.accept(Optional.ofNullable(current));
    }

    private static OpenDesign design(IWorkbenchPart part) {
        return part == null ? null : Adapters.adapt(part, OpenDesign.class);
    }

    private void show(OpenDesign design) {
        if (design != current) {
            current = design;
            listener.accept(Optional.ofNullable(design));
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        OpenDesign design = design(reference.getPart(false));
        if (design != null) {
            show(design);
        }
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
        partActivated(reference);
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (current != null && design(reference.getPart(false)) == current) {
            show(design(page.getActiveEditor()) == current ? null : design(page.getActiveEditor()));
        }
    }

    @Override
    public void close() {
        page.removePartListener(this);
    }
}
