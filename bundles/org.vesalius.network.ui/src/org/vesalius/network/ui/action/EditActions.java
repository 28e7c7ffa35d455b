// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.add.BlockReferences;
import org.vesalius.network.ui.clipboard.Fragment;
import org.vesalius.network.ui.clipboard.NetworkClipboard;
import org.vesalius.network.ui.command.DeleteCommand;
import org.vesalius.network.ui.command.PasteCommand;
import org.vesalius.network.ui.layout.CanvasGrid;
import org.vesalius.network.ui.part.BlockPart;
import org.vesalius.network.ui.part.Container;
import org.vesalius.network.ui.part.LayerPart;

/** Cut, copy, paste and duplicate. What is copied is text, and can be pasted into any other designer. */
final class EditActions {
    private static final int BESIDE = 3 * CanvasGrid.SPACING;

    private final Designer designer;
    private final NetworkClipboard clipboard;
    private String lastText = "";
    private int timesPasted;

    EditActions(Designer designer) {
        this.designer = Objects.requireNonNull(designer);
        clipboard = new NetworkClipboard(designer.layerTypes().files());
    }

    void register() {
        designer.register(SelectedLayers.global(ActionFactory.CUT.getId(), "Cut", icon(ISharedImages.IMG_TOOL_CUT),
                designer, this::cut));
        designer.register(SelectedLayers.global(ActionFactory.COPY.getId(), "Copy", icon(ISharedImages.IMG_TOOL_COPY),
                designer, this::copy));
        designer.register(new Paste());
        designer.register(SelectedLayers.of(ActionInfo.DUPLICATE, designer, layers -> !layers.isEmpty(),
                this::duplicate));
    }

    private static ImageDescriptor icon(String name) {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(name);
    }

    private static List<Layer> models(List<LayerPart> parts) {
        return parts.stream().map(LayerPart::model).toList();
    }

    private void copy(List<LayerPart> parts) {
        clipboard.put(Fragment.of(models(parts)),
                designer.resource().map(IFile::getLocation).map(IPath::toPath));
        timesPasted = 0;
        lastText = "";
    }

    private void cut(List<LayerPart> parts) {
        copy(parts);
        designer.commands().execute(new DeleteCommand(designer.shown(), models(parts), List.of()));
    }

    private void duplicate(List<LayerPart> parts) {
        add("Duplicate", parts.get(0).graph(), Fragment.of(models(parts)), BESIDE, BESIDE);
    }

    private void paste() {
        clipboard.get().ifPresent(fragment -> {
            String text = fragment.text(designer.layerTypes().files());
            timesPasted = text.equals(lastText) ? timesPasted + 1 : 0;
            lastText = text;
            clipboard.origin().flatMap(from -> designer.resource().flatMap(to -> BlockReferences.moved(from, to)))
                    .ifPresent(moved -> moved.apply(fragment.network()));
            Point way = wayIntoView(fragment);
            LayerGraph graph = ((Container) container()).inner();
            add("Paste", graph, fragment, way.x + timesPasted * BESIDE, way.y + timesPasted * BESIDE);
        });
    }

    /** A fragment that would lie where it can be seen comes beside its original, another in the middle of the view. */
    private Point wayIntoView(Fragment fragment) {
        Rectangle view = view();
        Point corner = new Point(fragment.left(), fragment.top());
        boolean visible = !(container() instanceof BlockPart) && view.contains(corner.getTranslated(BESIDE, BESIDE));
        if (visible) {
            return new Point(BESIDE, BESIDE);
        }
        Point goal = container() instanceof BlockPart ? new Point(BESIDE, 2 * BESIDE)
                : new Point(CanvasGrid.snap(view.x + view.width / 3), CanvasGrid.snap(view.y + view.height / 4));
        return goal.translate(corner.negate());
    }

    /** Returns what can be seen of the canvas, in its own units. */
    private Rectangle view() {
        GraphicalEditPart contents = (GraphicalEditPart) designer.viewer().getContents();
        Viewport port = (Viewport) ((GraphicalEditPart) designer.viewer().getRootEditPart()).getFigure();
        Rectangle view = port.getClientArea().getCopy();
        port.translateToParent(view);
        port.translateToAbsolute(view);
        contents.getContentPane().translateToRelative(view);
        return view;
    }

    /** A block that is expanded and selected takes what is pasted. */
    private EditPart container() {
        List<LayerPart> selected = designer.selectedLayers();
        return selected.size() == 1 && selected.get(0) instanceof BlockPart block ? block
                : designer.viewer().getContents();
    }

    private void add(String label, LayerGraph graph, Fragment fragment, int right, int down) {
        PasteCommand command = new PasteCommand(label, graph, fragment.network(), right, down);
        designer.commands().execute(command);
        List<?> parts = command.pasted().stream().map(designer.viewer().getEditPartRegistry()::get)
                .filter(Objects::nonNull).toList();
        designer.viewer().setSelection(new StructuredSelection(parts));
        if (!parts.isEmpty()) {
            designer.viewer().flush();
            designer.viewer().reveal((EditPart) parts.get(0));
        }
    }

    /** What the clipboard holds is looked at only when it is wanted: that may take a while. */
    private final class Paste extends Action {
        Paste() {
            super("Paste");
            setId(ActionFactory.PASTE.getId());
            setImageDescriptor(icon(ISharedImages.IMG_TOOL_PASTE));
        }

        @Override
        public void run() {
            if (designer.network() != null) {
                paste();
            }
        }
    }
}
