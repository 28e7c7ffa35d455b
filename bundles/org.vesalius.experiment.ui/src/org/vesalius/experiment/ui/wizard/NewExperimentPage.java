// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.wizard;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.vesalius.core.LoggedFailure;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.editor.resolve.SourceFinder;

/** Asks for the file of a new experiment, and which network learns from which data set of its project. */
final class NewExperimentPage extends WizardNewFileCreationPage {

    private static final String LATER = "Choose later";

    private Combo network;
    private Combo dataset;
    private final Optional<IResource> selected;
    private IPath offered;

    NewExperimentPage(IStructuredSelection selection, String extension) {
        super(extension, selection);
        selected = Optional.ofNullable(selection.getFirstElement())
                .flatMap(element -> Optional.ofNullable(Adapters.adapt(element, IResource.class)));
        selectedFolders().filter(NewExperimentPage::isOfOneThing).reduce((inner, outer) -> outer).map(IResource::getParent)
                .filter(folder -> folder.getType() != IResource.ROOT)
                .ifPresent(folder -> setContainerFullPath(folder.getFullPath()));
        setTitle("Experiment");
        setDescription("An experiment says which network learns from which data set, and how.");
        setFileExtension(extension);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        Composite area = new Composite((Composite) getControl(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        network = combo(area, "Net&work:");
        dataset = combo(area, "&Data set:");
        offer();
    }

    private static Combo combo(Composite area, String words) {
        new Label(area, SWT.NONE).setText(words);
        Combo combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    @Override
    public void handleEvent(Event event) {
        super.handleEvent(event);
        if (network != null) {
            offer();
        }
    }

    /** Offers what the project holds, whose folder may have changed. */
    private void offer() {
        IPath container = getContainerFullPath();
        if (container == null || container.equals(offered)) {
            return;
        }
        Optional<IPath> keptNetwork = offered == null ? selected.map(IResource::getFullPath) : chosen(network).map(offered::append);
        Optional<IPath> keptDataset = offered == null ? selectedDataset() : chosen(dataset).map(offered::append);
        offered = container;
        Optional<SourceFinder> found = find(container);
        fill(network, found.map(SourceFinder::networks).orElse(List.of()), keptNetwork);
        List<String> datasets = found.map(SourceFinder::datasets).orElse(List.of());
        fill(dataset, datasets, keptDataset.filter(kept -> datasets.stream().map(container::append).anyMatch(kept::equals))
                .or(() -> newest(datasets.stream().map(container::append).toList())));
    }

    /** The folder of the data set that is selected, or that what is selected lies in. */
    private Optional<IPath> selectedDataset() {
        return selectedFolders().filter(folder -> holds(folder, DatasetFiles.MANIFEST)).findFirst().map(IResource::getFullPath);
    }

    /** What is selected, as far as it is a folder, and the folders around it. */
    private Stream<IContainer> selectedFolders() {
        return selected.stream().flatMap(resource -> Stream.iterate(resource, Objects::nonNull, IResource::getParent))
                .filter(resource -> resource instanceof IFolder || resource instanceof IProject).map(IContainer.class::cast);
    }

    /** Experiments lie beside data sets and runs, and not in them. */
    private static boolean isOfOneThing(IContainer folder) {
        return holds(folder, DatasetFiles.MANIFEST) || holds(folder, RunFolder.RECORD)
                || folder.getType() == IResource.FOLDER && folder.getName().equals(RunFolder.RUNS);
    }

    private static boolean holds(IContainer folder, String file) {
        return folder.getFile(IPath.fromPortableString(file)).exists();
    }

    private static Optional<IPath> newest(List<IPath> datasets) {
        return datasets.stream().max(Comparator.comparingLong(folder -> ResourcesPlugin.getWorkspace().getRoot()
                .getFile(folder.append(DatasetFiles.MANIFEST)).getLocalTimeStamp()));
    }

    private static Optional<SourceFinder> find(IPath container) {
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(container.append("new.experiment"));
        if (!file.getProject().isAccessible()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SourceFinder(file));
        } catch (CoreException e) {
            ILog.of(NewExperimentPage.class).error("The files of a project can't be looked at", LoggedFailure.of(e));
            return Optional.empty();
        }
    }

    private void fill(Combo combo, List<String> paths, Optional<IPath> wanted) {
        combo.setItems(paths.toArray(String[]::new));
        combo.add(LATER);
        combo.select(IntStream.range(0, paths.size()).filter(index -> wanted.filter(offered.append(paths.get(index))::equals)
                .isPresent()).findFirst().orElse(0));
    }

    /** Returns the chosen network as a path from the folder of the experiment; empty when that is left open. */
    Optional<String> network() {
        return chosen(network);
    }

    /** Returns the chosen data set as a path from the folder of the experiment; empty when that is left open. */
    Optional<String> dataset() {
        return chosen(dataset);
    }

    private static Optional<String> chosen(Combo combo) {
        return combo.getSelectionIndex() == combo.getItemCount() - 1 ? Optional.empty() : Optional.of(combo.getText());
    }
}
