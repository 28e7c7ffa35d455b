// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.network.Layer;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.command.WrapCommand;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.FieldGrid;

/** Which type of layer a wrapper such as Bidirectional holds. */
final class WrappedField implements Field {
    private final OpenDesign design;
    private final EReference reference;
    private final List<EClass> types;
    private List<Layer> wrappers;
    private Combo combo;

    /**
     * @param wrappers wrappers of one type
     * @param reference what holds the layer inside
     */
    WrappedField(OpenDesign design, List<Layer> wrappers, EReference reference, LayerCatalog catalog) {
        this.design = Objects.requireNonNull(design);
        this.wrappers = List.copyOf(wrappers);
        this.reference = Objects.requireNonNull(reference);
        this.types = catalog.types().stream().filter(reference.getEReferenceType()::isSuperTypeOf)
                .filter(type -> type.getEAllContainments().isEmpty()).toList();
    }

    @Override
    public String id() {
        return "wrapped:" + reference.getEContainingClass().getName() + "." + reference.getName();
    }

    @Override
    public void create(Composite grid) {
        String documentation = EcoreUtil.getDocumentation(reference);
        FieldGrid.label(grid, "Wrapped layer:", documentation == null ? "" : documentation);
        combo = new Combo(grid, SWT.READ_ONLY | SWT.DROP_DOWN);
        types.forEach(type -> combo.add(LayerInfo.of(type).label()));
        FieldGrid.fill(combo, FieldGrid.COLUMNS - 1);
        combo.addListener(SWT.Selection, event -> choose(types.get(combo.getSelectionIndex())));
        FieldGrid.ignoreWheel(combo);
    }

    private void choose(EClass type) {
        Command command = new WrapCommand(design.network(), wrappers, reference, type);
        if (command.canExecute()) {
            design.commands().execute(command);
        }
    }

    @Override
    public void refresh() {
        Set<EClass> present = new HashSet<>();
        wrappers.forEach(wrapper -> present.add(wrapper.eGet(reference) instanceof Layer inner ? inner.eClass() : null));
        int index = present.size() == 1 ? types.indexOf(present.iterator().next()) : -1;
        if (index >= 0) {
            combo.select(index);
        } else {
            combo.deselectAll();
        }
    }

    @Override
    public void takeOver(Field other) {
        wrappers = ((WrappedField) other).wrappers;
    }
}
