// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vesalius.network.meta.AttributeInfo;

/** Sets one attribute. */
final class SetValueCommand extends AbstractCommand {

    private final EObject target;
    private final EStructuralFeature feature;
    private final Object value;
    private Object before;

    SetValueCommand(EObject target, EStructuralFeature feature, Object value) {
        super(feature instanceof EAttribute attribute ? AttributeInfo.of(attribute).label() : feature.getName());
        this.target = target;
        this.feature = feature;
        this.value = value;
    }

    boolean sets(EObject otherTarget, EStructuralFeature otherFeature) {
        return target == otherTarget && feature == otherFeature;
    }

    @Override
    protected boolean prepare() {
        before = target.eGet(feature);
        return true;
    }

    @Override
    public void execute() {
        target.eSet(feature, value);
    }

    @Override
    public void undo() {
        target.eSet(feature, before);
    }

    @Override
    public void redo() {
        execute();
    }
}
