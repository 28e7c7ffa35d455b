// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.Limits;

/** Attributes lie within the limits annotated in the metamodel, those of layers inside wrappers and blocks too. */
final class AttributeCheck implements NetworkCheck {
    @Override
    public List<Problem> check(CheckedNetwork network) {
        Limits limits = new Limits();
        return network.drawn(this, layer -> problems(limits, layer));
    }

    private static List<Problem> problems(Limits limits, Layer layer) {
        List<Problem> problems = new ArrayList<>();
        limits.violations(layer).forEach(violation -> problems.add(problem(limits, layer, violation)));
        if (!(layer instanceof LayerGraph)) {
            layer.eAllContents().forEachRemaining(inside -> limits.violations(inside)
                    .forEach(violation -> problems.add(problem(limits, layer, violation))));
        }
        return problems;
    }

    private static Problem problem(Limits limits, Layer onCanvas, Limits.Violation violation) {
        String called = violation.owner() instanceof Layer layer ? LayerInfo.called(layer) : LayerInfo.called(onCanvas);
        String label = violation.info().label();
        String found = violation.value() == null ? "missing" : violation.value().toString();
        return new Problem("network.attribute", Severity.ERROR, CheckedNetwork.subject(onCanvas),
                label + " of " + called + " is " + found + "; allowed is " + violation.allowed() + unit(violation)
                        + ".",
                violation.info().documentation(), fixes(limits, violation));
    }

    private static String unit(Limits.Violation violation) {
        String unit = violation.info().unit();
        return unit.isEmpty() ? "" : " (" + unit + ")";
    }

    private static List<Fix> fixes(Limits limits, Limits.Violation violation) {
        Object usual = violation.attribute().getDefaultValue();
        if (!limits.allows(violation.owner(), violation.attribute(), usual)) {
            return List.of();
        }
        String label = "Set it back to " + (usual == null ? "empty" : usual);
        return List.of(new SetAttribute(label, violation.owner(), violation.attribute(), usual));
    }
}
