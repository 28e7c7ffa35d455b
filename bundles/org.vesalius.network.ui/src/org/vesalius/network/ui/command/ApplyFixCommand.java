// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.core.check.Fix;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;

/** Applies the remedy that a check offers. */
public final class ApplyFixCommand extends NetworkCommand {
    private final Fix fix;

    /** @param fix a fix for this very network, not for a copy of it */
    public ApplyFixCommand(Network network, Fix fix) {
        super(fix.label(), network);
        this.fix = Objects.requireNonNull(fix);
    }

    @Override
    protected void change(LayerGraph graph) {
        fix.apply();
    }
}
