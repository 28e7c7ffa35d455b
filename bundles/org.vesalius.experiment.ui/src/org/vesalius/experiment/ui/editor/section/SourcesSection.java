// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.vesalius.dataset.Column;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentPackage;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.VariantField;
import org.vesalius.experiment.ui.editor.resolve.Resolved;

/** Which network learns from which data set, in which folds, and what these turn out to be. */
public final class SourcesSection {

    private final SourceField network;
    private final SourceField dataset;
    private final FormContext context;
    private final ResolvedText text = new ResolvedText();
    private List<String> columns = List.of();
    private List<String> folds = List.of();
    private List<String> weights = List.of();

    /** Creates the section. */
    public SourcesSection(FormContext context, Composite parent, Experiment experiment) {
        this.context = context;
        context.suggest(ExperimentPackage.Literals.CROSS_VALIDATION__COLUMN, () -> columns);
        context.suggest(ExperimentPackage.Literals.CROSS_VALIDATION__TEST, () -> folds);
        context.suggest(ExperimentPackage.Literals.TRAINING_SETTINGS__START_WEIGHTS, () -> weights);
        Composite grid = FormSection.create(context.toolkit(), parent, "Network and data", "", 3);
        context.createField(grid, experiment, ExperimentPackage.Literals.EXPERIMENT__NAME);
        network = new SourceField(context, grid, experiment, ExperimentPackage.Literals.EXPERIMENT__NETWORK);
        dataset = new SourceField(context, grid, experiment, ExperimentPackage.Literals.EXPERIMENT__DATASET);
        new VariantField(context, grid, experiment, ExperimentPackage.Literals.EXPERIMENT__FOLDS, Optional.of("None"),
                Optional.empty());
    }

    /** Offers the files there are; those of weights where training starts. */
    public void offer(List<String> networks, List<String> datasets, List<String> ofWeights) {
        weights = ofWeights;
        context.refresh();
        network.offer(networks);
        dataset.offer(datasets);
    }

    /** Says what the files hold. */
    public void show(Resolved resolved) {
        columns = resolved.dataset().columns().stream().filter(column -> !column.type().read()).map(Column::name).toList();
        folds = resolved.dataset().folds();
        context.refresh();
        network.describe(text.network(resolved.network()));
        dataset.describe(text.dataset(resolved.dataset()));
    }
}
