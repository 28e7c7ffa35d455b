// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.part.LayerImages;

/** The problems of what is selected, each with its reason and a button for each of its fixes. */
final class ProblemsSection extends AbstractPropertySection {
    private static final int COLUMNS = 2;
    private static final int MOST = 50;

    private final LayerImages images = new LayerImages();
    private TabbedPropertySheetPage page;
    private Composite list;
    private Selected selected;
    private List<Problem> shown;

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        page = sheet;
        parent.setLayout(new TableWrapLayout());
        list = new Composite(parent, SWT.NONE);
        list.setBackground(parent.getBackground());
        list.setBackgroundMode(SWT.INHERIT_FORCE);
        list.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = COLUMNS;
        list.setLayout(layout);
    }

    @Override
    public void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        selected = Selected.of(selection).orElse(null);
        shown = null;
    }

    @Override
    public void refresh() {
        List<Problem> problems = selected == null ? List.of() : problems(selected);
        if (problems.equals(shown)) {
            return;
        }
        shown = problems;
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        if (problems.isEmpty()) {
            text(selected != null && selected.isNetwork() ? "No problems in this network." : "No problems here.", COLUMNS);
        }
        problems.stream().limit(MOST).forEach(problem -> show(problem, selected.design()));
        list.getParent().layout(true, true);
        page.resizeScrolledComposite();
    }

    /** Returns the problems of a selection. */
    private static List<Problem> problems(Selected selected) {
        if (selected.isNetwork()) {
            return selected.design().analysis().problems();
        }
        List<Layer> layers = selected.layers();
        return layers.stream().flatMap(layer -> selected.design().analysis().problems(layer).stream()).toList();
    }

    private void show(Problem problem, OpenDesign design) {
        Label icon = new Label(list, SWT.NONE);
        icon.setImage(images.badge(problem.severity()));
        text(problem.message(), 1).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        if (!problem.explanation().isBlank()) {
            new Label(list, SWT.NONE);
            text(problem.explanation(), 1);
        }
        for (Fix fix : problem.fixes()) {
            new Label(list, SWT.NONE);
            Button button = new Button(list, SWT.PUSH);
            button.setText(fix.label().replace("&", "&&"));
            button.addListener(SWT.Selection,
                    event -> design.fix(problem.checkId(), problem.subject(), fix.label()));
        }
    }

    private Label text(String words, int columns) {
        Label label = new Label(list, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        TableWrapData place = new TableWrapData(TableWrapData.FILL_GRAB);
        place.colspan = columns;
        label.setLayoutData(place);
        return label;
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    public void dispose() {
        images.close();
        super.dispose();
    }
}
