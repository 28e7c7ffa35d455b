// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.block.Origin;
import org.vesalius.network.fix.Drawing;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.fix.TransferableFix;
import org.vesalius.network.meta.LayerInfo;

/**
 * Tells what was found in an expanded network of what was drawn: subjects are drawn layers, fixes change the drawing,
 * and what all repetitions of a block have in common is told once.
 */
final class DrawnProblems implements Drawing {
    private final Network drawing;
    private final ExpandedNetwork expanded;
    private final Map<String, Layer> byId = new HashMap<>();
    /** Which copy of a drawn layer was told of, for each check. */
    private final Map<List<String>, String> told = new HashMap<>();

    DrawnProblems(Network drawing, ExpandedNetwork expanded) {
        this.drawing = drawing;
        this.expanded = expanded;
    }

    List<Problem> of(List<Problem> found) {
        if (expanded.isDrawing() || found.isEmpty()) {
            return found;
        }
        expanded.network().getLayers().forEach(layer -> byId.put(layer.getId(), layer));
        List<Problem> drawn = new ArrayList<>();
        found.forEach(problem -> of(problem).ifPresent(drawn::add));
        return drawn;
    }

    private Optional<Problem> of(Problem problem) {
        Layer layer = byId.get(problem.subject());
        Optional<Origin> origin = Optional.ofNullable(layer).flatMap(expanded::origin);
        String subject = origin.map(from -> from.drawn().getId()).orElse(problem.subject());
        String first = told.putIfAbsent(List.of(problem.checkId(), subject), problem.subject());
        if (first != null && !first.equals(problem.subject())) {
            return Optional.empty();
        }
        List<Fix> fixes = new ArrayList<>();
        problem.fixes().forEach(fix -> drawn(fix).ifPresent(fixes::add));
        if (problem.isError()) {
            origin.flatMap(DrawnProblems::fewerRepetitions).ifPresent(fixes::add);
        }
        return Optional.of(new Problem(problem.checkId(), problem.severity(), subject, problem.message(),
                problem.explanation(), fixes));
    }

    private Optional<Fix> drawn(Fix fix) {
        return fix instanceof TransferableFix found ? found.in(this) : Optional.empty();
    }

    @Override
    public <T extends EObject> Optional<T> of(T object) {
        return EcoreUtil.isAncestor(drawing, object) ? Optional.of(object) : expanded.drawn(object);
    }

    /** Where the first repetition of a block is sound and a later one is not, fewer may do. */
    private static Optional<Fix> fewerRepetitions(Origin origin) {
        List<Block> blocks = new ArrayList<>();
        for (EObject around = origin.drawn(); around != null; around = around.eContainer()) {
            if (around instanceof Block block && block != origin.drawn()) {
                blocks.add(0, block);
            }
        }
        for (int i = Math.min(blocks.size(), origin.repetitions().size()) - 1; i >= 0; i--) {
            int sound = origin.repetitions().get(i);
            if (sound > 0) {
                Block block = blocks.get(i);
                return Optional.of(new SetAttribute("Compute " + LayerInfo.called(block)
                        + (sound == 1 ? " only once" : " only " + sound + " times"), block,
                        NetworkPackage.Literals.BLOCK__REPEAT, sound));
            }
        }
        return Optional.empty();
    }
}
