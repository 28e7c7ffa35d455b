// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolder2Adapter;
import org.eclipse.swt.custom.CTabFolderEvent;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.ui.thread.WhileOpen;

/**
 * The pages of a designer: one for the network, and one for each block that was opened, with the way to it above the
 * canvas. All pages share one canvas. As long as there is but the network, nothing of this is seen.
 */
final class GraphPages {
    private final Composite composite;
    private final Link way;
    private final Composite canvas;
    private final CTabFolder tabs;
    private final Consumer<LayerGraph> chosen;

    /** @param chosen shows a network or the inside of a block on the canvas */
    GraphPages(Composite parent, Consumer<LayerGraph> chosen) {
        this.chosen = Objects.requireNonNull(chosen);
        composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(composite);
        way = new Link(composite, SWT.NONE);
        GridDataFactory.fillDefaults().indent(8, 4).exclude(true).applyTo(way);
        way.addListener(SWT.Selection, event -> follow(Integer.parseInt(event.text)));
        canvas = new Composite(composite, SWT.NONE);
        canvas.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        tabs = new CTabFolder(composite, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().hint(SWT.DEFAULT, tabs.getTabHeight()).exclude(true).applyTo(tabs);
        tabs.addListener(SWT.Selection, event -> chosen.accept(graph(tabs.getSelection())));
        tabs.addCTabFolder2Listener(new CTabFolder2Adapter() {
            @Override
            public void close(CTabFolderEvent event) {
                leave((CTabItem) event.item);
            }
        });
    }

    /** Returns what holds the canvas; more lines may be added below it, in its grid. */
    Composite composite() {
        return composite;
    }

    /** Returns where the canvas goes. */
    Composite canvas() {
        return canvas;
    }

    /** Begins anew with a network that was read. */
    void reset(Network network) {
        for (CTabItem item : tabs.getItems()) {
            item.dispose();
        }
        add(network);
        tabs.setSelection(0);
        update();
    }

    /** Brings the page of a network or block to the front; makes one if there is none. */
    void select(LayerGraph graph) {
        CTabItem item = find(graph);
        tabs.setSelection(item == null ? add(graph) : item);
        update();
    }

    /** Shows new names, and closes the pages of blocks that are gone. */
    void refresh() {
        if (tabs.getItemCount() < 2) {
            return;
        }
        EObject network = graph(tabs.getItem(0));
        for (CTabItem item : tabs.getItems()) {
            if (EcoreUtil.isAncestor(network, graph(item))) {
                item.setText(GraphCrumbs.name(graph(item)));
            } else {
                leave(item);
                item.dispose();
            }
        }
        update();
    }

    private CTabItem add(LayerGraph graph) {
        CTabItem item = new CTabItem(tabs, tabs.getItemCount() == 0 ? SWT.NONE : SWT.CLOSE);
        item.setText(GraphCrumbs.name(graph));
        item.setData(graph);
        return item;
    }

    private CTabItem find(LayerGraph graph) {
        for (CTabItem item : tabs.getItems()) {
            if (item.getData() == graph) {
                return item;
            }
        }
        return null;
    }

    private static LayerGraph graph(CTabItem item) {
        return (LayerGraph) item.getData();
    }

    /** The network takes the place of a page that closes while it is shown. */
    private void leave(CTabItem closing) {
        if (tabs.getSelection() == closing) {
            chosen.accept(graph(tabs.getItem(0)));
        }
        WhileOpen.of(composite).execute(this::update);
    }

    private void follow(int level) {
        chosen.accept(GraphCrumbs.way(graph(tabs.getSelection())).get(level));
    }

    private void update() {
        LayerGraph shown = graph(tabs.getSelection());
        way.setText(GraphCrumbs.links(shown));
        show(way, !(shown instanceof Network));
        show(tabs, tabs.getItemCount() > 1);
        composite.layout();
    }

    private static void show(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }
}
