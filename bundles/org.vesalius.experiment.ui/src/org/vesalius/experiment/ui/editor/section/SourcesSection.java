// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentPackage;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.VariantField;
import org.vesalius.experiment.ui.editor.resolve.Resolved;

/** Which network learns from which data set, in which folds, and what these turn out to be. */
public final class SourcesSection {

    private final SourceField network;
    private final SourceField dataset;
    private final ResolvedText text = new ResolvedText();

    /** Creates the section. */
    public SourcesSection(FormContext context, Composite parent, Experiment experiment) {
        Composite grid = FormSection.create(context.toolkit(), parent, "Network and data", "", 3);
        context.createField(grid, experiment, ExperimentPackage.Literals.EXPERIMENT__NAME);
        network = new SourceField(context, grid, experiment, ExperimentPackage.Literals.EXPERIMENT__NETWORK);
        dataset = new SourceField(context, grid, experiment, ExperimentPackage.Literals.EXPERIMENT__DATASET);
        new VariantField(context, grid, experiment, ExperimentPackage.Literals.EXPERIMENT__FOLDS, Optional.of("None"),
                Optional.empty());
    }

    /** Offers the files there are. */
    public void offer(List<String> networks, List<String> datasets) {
        network.offer(networks);
        dataset.offer(datasets);
    }

    /** Says what the files hold. */
    public void show(Resolved resolved) {
        network.describe(text.network(resolved.network()));
        dataset.describe(text.dataset(resolved.dataset()));
    }
}
