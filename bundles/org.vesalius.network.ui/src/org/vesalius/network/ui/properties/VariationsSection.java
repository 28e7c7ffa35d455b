// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Variation;
import org.vesalius.network.block.VariableAttributes;
import org.vesalius.network.block.VariationValue;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.ValueText;
import org.vesalius.network.ui.command.EditCommand;
import org.vesalius.ui.field.FieldGrid;
import org.vesalius.ui.field.WordWrap;

/** What changes from one repetition of a block to the next: a table of formulas and the values that they give. */
final class VariationsSection extends AbstractPropertySection {
    private static final String[] COLUMNS = {"Layer", "Attribute", "Value", "In each repetition"};
    private static final int[] WIDTHS = {80, 90, 80, 160};
    private static final int TABLE_WIDTH = 180;
    private static final int TABLE_HEIGHT = 96;
    private static final int SHOWN = 8;
    private static final String HELP = "A number, or a calculation with + - * / ^ and brackets; i counts the repetitions "
            + "from 0, n is how many there are: 64*2^i. Empty: the same in all.";

    private Table table;
    private Combo layer;
    private Combo attribute;
    private Text expression;
    private Label message;
    private Selected selected;
    private Block block;
    private List<Layer> layers = List.of();
    private List<EAttribute> attributes = List.of();

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage page) {
        super.createControls(parent, page);
        parent.setLayout(new FillLayout());
        Composite area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        area.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).spacing(8, 4).applyTo(area);
        createTable(area);
        layer = combo(area, "Layer:", this::layerChosen);
        attribute = combo(area, "Attribute:", this::showExpression);
        createExpression(area);
    }

    private void createTable(Composite area) {
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(TABLE_WIDTH, TABLE_HEIGHT).applyTo(table);
        for (int i = 0; i < COLUMNS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.Selection, event -> edit(block.getVariations().get(table.getSelectionIndex())));
    }

    private static Combo combo(Composite area, String label, Runnable chosen) {
        FieldGrid.label(area, label, "");
        Combo combo = new Combo(area, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH / 2, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, event -> chosen.run());
        FieldGrid.ignoreWheel(combo);
        return combo;
    }

    private void createExpression(Composite area) {
        FieldGrid.label(area, "Value:", HELP);
        expression = new Text(area, SWT.BORDER);
        expression.setMessage("such as 64*2^i");
        expression.setToolTipText(WordWrap.tip(HELP));
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH / 2, SWT.DEFAULT).applyTo(expression);
        expression.addListener(SWT.Modify, event -> validate());
        expression.addListener(SWT.DefaultSelection, event -> apply());
        new Label(area, SWT.NONE);
        Button set = new Button(area, SWT.PUSH);
        set.setText("Set");
        set.addListener(SWT.Selection, event -> apply());
        message = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(TABLE_WIDTH, SWT.DEFAULT).applyTo(message);
    }

    @Override
    public void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        selected = Selected.of(selection).orElse(null);
        block = selected == null || !(selected.layer().orElse(null) instanceof Block chosen) ? null : chosen;
        layers = block == null ? List.of() : inside(block);
        layer.setItems(layers.stream().map(Layer::getName).toArray(String[]::new));
        layer.select(0);
        layerChosen();
    }

    private static List<Layer> inside(Block block) {
        List<Layer> found = new ArrayList<>();
        for (Iterator<EObject> all = block.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Layer inner && !VariableAttributes.of(inner.eClass()).isEmpty()) {
                found.add(inner);
            }
        }
        return found;
    }

    private void layerChosen() {
        int index = layer.getSelectionIndex();
        attributes = index < 0 ? List.of() : VariableAttributes.of(layers.get(index).eClass());
        attribute.setItems(attributes.stream().map(one -> AttributeInfo.of(one).label()).toArray(String[]::new));
        attribute.select(0);
        showExpression();
    }

    private void showExpression() {
        expression.setText(chosen("").flatMap(
                edit -> VaryAttribute.expression(edit.block(), edit.layer(), edit.attribute())).orElse(""));
    }

    private void edit(Variation variation) {
        layer.select(Math.max(0, layers.indexOf(variation.getLayer())));
        layerChosen();
        List<String> names = attributes.stream().map(EAttribute::getName).toList();
        attribute.select(Math.max(0, names.indexOf(variation.getAttribute())));
        showExpression();
    }

    private Optional<VaryAttribute> chosen(String value) {
        boolean complete = block != null && layer.getSelectionIndex() >= 0 && attribute.getSelectionIndex() >= 0;
        return complete ? Optional.of(new VaryAttribute(block, layers.get(layer.getSelectionIndex()),
                attributes.get(attribute.getSelectionIndex()), value)) : Optional.empty();
    }

    private void validate() {
        message.setText(chosen(expression.getText()).flatMap(VaryAttribute::refusal).orElse("").replace("&", "&&"));
        message.getParent().layout();
    }

    private void apply() {
        chosen(expression.getText()).map(EditCommand::vary).filter(EditCommand::canExecute)
                .ifPresent(selected.design().commands()::execute);
        refresh();
    }

    @Override
    public void refresh() {
        if (block == null) {
            return;
        }
        int row = table.getSelectionIndex();
        table.removeAll();
        for (Variation variation : block.getVariations()) {
            String name = variation.getLayer() == null ? "?" : variation.getLayer().getName();
            new TableItem(table, SWT.NONE).setText(new String[] {name, label(variation),
                variation.getExpression() == null ? "" : variation.getExpression(), values(variation)});
        }
        table.setSelection(row);
    }

    private static String label(Variation variation) {
        Layer varied = variation.getLayer();
        return Optional.ofNullable(varied).flatMap(
                known -> VariableAttributes.named(known.eClass(), variation.getAttribute()))
                .map(found -> AttributeInfo.of(found).label()).orElse(String.valueOf(variation.getAttribute()));
    }

    private String values(Variation variation) {
        int count = block.getRepeat();
        String shown = IntStream.range(0, Math.min(count, SHOWN)).mapToObj(i -> VariationValue.of(variation, i, count)
                .map(value -> ValueText.of(value.value())).orElse("?")).collect(Collectors.joining(", "));
        return count > SHOWN ? shown + ", …" : shown;
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }
}
