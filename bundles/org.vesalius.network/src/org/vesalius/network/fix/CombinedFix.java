// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Fix;

/**
 * Several changes that belong together.
 *
 * @param label what they mean to the user
 * @param changes the changes, carried out in this order
 */
public record CombinedFix(String label, List<TransferableFix> changes) implements TransferableFix {

    /** Copies the list. */
    public CombinedFix {
        changes = List.copyOf(changes);
    }

    /** All of them, or none: a half of it would be another change. */
    @Override
    public Optional<Fix> in(Drawing drawing) {
        List<Fix> drawn = new ArrayList<>();
        changes.forEach(change -> change.in(drawing).ifPresent(drawn::add));
        return drawn.size() < changes.size() ? Optional.empty()
                : Optional.of(new CombinedFix(label, drawn.stream().map(TransferableFix.class::cast).toList()));
    }

    @Override
    public void apply() {
        changes.forEach(Fix::apply);
    }
}
