// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Tool;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.network.ui.figure.CardFigure;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.Workbench;

/** An open designer as a user sees it: layers by their names, and where they are on the screen. */
final class Designer {
    private final NetworkEditor editor;
    private final Robot robot = new Robot();

    private Designer(NetworkEditor editor) {
        this.editor = editor;
    }

    /** Writes a network into a project and opens it. */
    static Designer open(IProject project, String name, Network network) {
        byte[] bytes = new NetworkFiles(StandardLayers.catalog()).toBytes(network);
        return open(Workbench.write(project, name, bytes));
    }

    static Designer open(IFile file) {
        NetworkEditor editor = Workbench.open(file, NetworkEditor.class);
        Ui.await("the network to be read", () -> editor.network() != null);
        Designer designer = new Designer(editor);
        designer.awaitLayout();
        return designer;
    }

    NetworkEditor editor() {
        return editor;
    }

    Robot robot() {
        return robot;
    }

    /** Returns a layer by its name; null where none has it. */
    Layer layer(String name) {
        return Ui.ask(() -> editor.network().getLayers().stream().filter(layer -> name.equals(layer.getName()))
                .findFirst().orElse(null));
    }

    /** Returns the connection between two layers by their names; null where there is none. */
    Connection connection(String source, String target) {
        return Ui.ask(() -> editor.network().getConnections().stream()
                .filter(connection -> source.equals(connection.getSource().getName())
                        && target.equals(connection.getTarget().getName()))
                .findFirst().orElse(null));
    }

    /** Returns the middle of a layer on the screen. */
    Point middle(String name) {
        return point(layer(name), LayerFigure.WIDTH / 2, LayerFigure.CARD_HEIGHT / 2);
    }

    /** Returns the port of a layer on the screen. */
    Point port(String name) {
        return point(layer(name), LayerFigure.WIDTH / 2, LayerFigure.CARD_HEIGHT + 1);
    }

    private Point point(Layer layer, int x, int y) {
        return Ui.ask(() -> {
            Rectangle bounds = ((CardFigure) part(layer).getFigure()).card();
            part(layer).getFigure().translateToAbsolute(bounds);
            return canvas().toDisplay(bounds.x + x, bounds.y + y);
        });
    }

    /** Returns the middle of a connection on the screen. */
    Point middle(Connection connection) {
        return Ui.ask(() -> {
            org.eclipse.draw2d.geometry.Point middle = ((org.eclipse.draw2d.Connection) part(connection).getFigure())
                    .getPoints().getMidpoint().getCopy();
            part(connection).getFigure().translateToAbsolute(middle);
            return canvas().toDisplay(middle.x, middle.y);
        });
    }

    /** Returns a place of the canvas on the screen. */
    Point canvas(int x, int y) {
        return Workbench.onScreen(canvas(), x, y);
    }

    /** Returns a place of the drawing, in canvas units, on the screen. */
    Point drawing(int x, int y) {
        return Ui.ask(() -> {
            org.eclipse.draw2d.geometry.Point place = new org.eclipse.draw2d.geometry.Point(x, y);
            ((GraphicalEditPart) editor.viewer().getContents()).getFigure().translateToAbsolute(place);
            return canvas().toDisplay(place.x, place.y);
        });
    }

    /** Lets the canvas hear of events of the left button at a place of it, one right behind the other. */
    void hear(int x, int y, int... types) {
        Ui.run(() -> {
            for (int type : types) {
                Event event = new Event();
                event.x = x;
                event.y = y;
                event.button = type == SWT.MouseMove ? 0 : 1;
                event.stateMask = type == SWT.MouseDown ? SWT.NONE : SWT.BUTTON1;
                canvas().notifyListeners(type, event);
            }
        });
    }

    private Control canvas() {
        return editor.viewer().getControl();
    }

    private GraphicalEditPart part(Object model) {
        return (GraphicalEditPart) editor.viewer().getEditPartRegistry().get(model);
    }

    /** Selects layers as a click with Shift does, on the UI thread. */
    void selectAll(String... names) {
        List<EditPart> parts = Arrays.stream(names).map(name -> (EditPart) part(layer(name))).toList();
        Ui.run(() -> editor.viewer().setSelection(new StructuredSelection(parts)));
    }

    /** Returns the place of a layer type in the palette, on the screen. */
    Point inPalette(EClass type) {
        Ui.run(() -> tree().setTopItem(find(tree().getItems(), LayerInfo.of(type).label())));
        return Ui.steady("the palette to show " + type.getName(), () -> {
            Point now = place(type);
            return tree().getClientArea().contains(now) ? tree().toDisplay(now) : null;
        });
    }

    private Tree tree() {
        return editor.palette().tree().getTree();
    }

    private Point place(EClass type) {
        org.eclipse.swt.graphics.Rectangle item = find(tree().getItems(), LayerInfo.of(type).label()).getBounds();
        return new Point(item.x + 20, item.y + item.height / 2);
    }

    private static TreeItem find(TreeItem[] items, String label) {
        for (TreeItem item : items) {
            TreeItem found = label.equals(item.getText()) && item.getParentItem() != null ? item
                    : find(item.getItems(), label);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Waits until every figure has its place. */
    void awaitLayout() {
        Ui.await("the canvas", () -> canvas().getSize().x > 0 && editor.shown().getLayers().stream()
                .allMatch(layer -> part(layer) != null && part(layer).getFigure().getBounds().width > 0));
    }

    /** Returns the middle of the upper part of a layer on the screen: of an expanded block, its title. */
    Point middle(Layer layer) {
        return point(layer, LayerFigure.WIDTH / 2, LayerFigure.CARD_HEIGHT / 4);
    }

    /** Selects a layer by a click. */
    void select(String name) {
        select(layer(name));
    }

    /** Selects a layer by a click, wherever it lies. */
    void select(Layer layer) {
        robot.click(middle(layer));
        Ui.await(layer.getName() + " to be selected", () -> new StructuredSelection(editor.viewer().getSelectedEditParts())
                .toList().contains(part(layer)));
    }

    /** Returns the place of an input, counted from 0, on the screen; a little below the tip of its arrow. */
    Point input(String name, int number) {
        Layer layer = layer(name);
        return Ui.ask(() -> {
            CardFigure card = (CardFigure) part(layer).getFigure();
            org.eclipse.draw2d.geometry.Point place = card.inputPlace(number);
            card.translateToAbsolute(place);
            return canvas().toDisplay(place.x, place.y + 2);
        });
    }

    /** Returns the control that has the keyboard; for the UI thread. */
    Control focusControl() {
        return canvas().getDisplay().getFocusControl();
    }

    /** Returns what stands in the field for the name of a layer; null where there is none. For the UI thread. */
    String asked() {
        return Arrays.stream(canvas().getDisplay().getShells()).filter(Shell::isVisible).flatMap(Designer::texts)
                .filter(text -> text.getMessage().startsWith("Add a layer")).map(Text::getText).findFirst().orElse(null);
    }

    private static Stream<Text> texts(Composite composite) {
        return Arrays.stream(composite.getChildren()).flatMap(child -> child instanceof Text text ? Stream.of(text)
                : child instanceof Composite inner ? texts(inner) : Stream.empty());
    }

    /** Adds a layer by keys alone: asks for the field, types the name of a type, takes the first one found. */
    void addByName(String type) {
        int before = Ui.ask(() -> editor.shown().getLayers().size());
        Ui.await("the canvas to have the keyboard", () -> focusControl() == canvas());
        robot.key("ctrl+space");
        Ui.await("the field", () -> asked() != null);
        robot.type(type);
        Ui.await("the name", () -> type.equals(asked()));
        robot.key("Return");
        Ui.await("a new " + type, () -> editor.shown().getLayers().size() == before + 1);
    }

    /** Tells whether a layer has a figure of its own; for the UI thread. */
    boolean isShown(Layer layer) {
        return editor.viewer().getEditPartRegistry().containsKey(layer);
    }

    /** Returns the place of the card of a layer in canvas units, wherever it lies. */
    Rectangle place(Layer layer) {
        return Ui.ask(() -> {
            CardFigure card = (CardFigure) part(layer).getFigure();
            Rectangle place = card.card();
            card.translateToAbsolute(place);
            ((GraphicalEditPart) editor.viewer().getContents()).getFigure().translateToRelative(place);
            return place;
        });
    }

    /** Waits until a tool is taken up. */
    void awaitTool(Class<? extends Tool> type) {
        Ui.await("the tool", () -> type.isInstance(editor.viewer().getEditDomain().getActiveTool()));
    }
}
