// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;
import java.util.Optional;

import org.vesalius.network.LayerGraph;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.meta.AttributeInfo;

/** Lets a value inside a block be calculated anew in each repetition, or be the same again. */
public final class VaryCommand extends NetworkCommand {
    private final VaryAttribute edit;

    /** @param edit what is varied; without an expression, no longer */
    public VaryCommand(VaryAttribute edit) {
        super("Vary " + AttributeInfo.of(edit.attribute()).label(), edit.block());
        this.edit = Objects.requireNonNull(edit);
    }

    /** Returns why this can't be done, with what to do about it; empty if it can. */
    public Optional<String> refusal() {
        return edit.refusal();
    }

    @Override
    public boolean canExecute() {
        return refusal().isEmpty();
    }

    @Override
    protected void change(LayerGraph graph) {
        edit.apply();
    }
}
