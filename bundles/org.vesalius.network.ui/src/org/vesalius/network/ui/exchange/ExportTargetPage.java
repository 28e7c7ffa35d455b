// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.ui.wizard.WizardChoices;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.ui.thread.WhileOpen;

/** Asks which network is exported, for what, and where to. */
final class ExportTargetPage extends WizardPage {
    private static final int FORMATS_HEIGHT = 160;

    private final List<IFile> networks;
    private final List<ExportFormat> formats;
    private final IFile start;
    private DiskLook disk;
    private boolean untouched = true;
    private Combo network;
    private org.eclipse.swt.widgets.List format;
    private FileRow target;
    private Label weights;
    private String proposal = "";

    /**
     * @param networks the networks of the workspace
     * @param start the one to begin with; may be null
     * @param types the layer types that networks are made of
     */
    ExportTargetPage(List<IFile> networks, IFile start, LayerTypes types) {
        super("target");
        formats = ExportFormat.all(types);
        this.networks = List.copyOf(networks);
        this.start = start;
        setTitle("Network for another tool");
        setDescription("The network is exported as it was saved, with its weights where the format can hold them.");
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(FileRow.COLUMNS).margins(6, 6).spacing(8, 8).applyTo(area);
        disk = new DiskLook(WhileOpen.of(area));
        new Label(area, SWT.NONE).setText("&Network:");
        network = new Combo(area, SWT.READ_ONLY);
        networks.forEach(file -> network.add(file.getFullPath().makeRelative().toString()));
        network.select(start == null ? 0 : Math.max(0, networks.indexOf(start)));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(network);
        Label label = new Label(area, SWT.NONE);
        label.setText("&As:");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        format = new org.eclipse.swt.widgets.List(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        formats.forEach(known -> format.add(known.label()));
        format.select(0);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, FORMATS_HEIGHT).applyTo(format);
        target = new FileRow(area, "&To:", this::browse, this::validate);
        new Label(area, SWT.NONE);
        weights = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(weights);
        network.addListener(SWT.Selection, event -> propose());
        format.addListener(SWT.Selection, event -> propose());
        WizardChoices.leadOn(format);
        setControl(area);
        propose();
        untouched = false;
    }

    private Optional<String> browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*." + format().extension()});
        dialog.setFileName(target().map(path -> path.getFileName().toString()).orElse(""));
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open());
    }

    /** Proposes a file beside the network, unless the user has typed another. */
    private void propose() {
        if (network().isPresent() && (target.value().isEmpty() || target.value().equals(proposal))) {
            Path source = network().get().getLocation().toPath();
            String name = source.getFileName().toString();
            proposal = source.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "." + format().extension()).toString();
            target.set(proposal);
        }
        validate();
    }

    /** Returns the network that is exported; empty if the workspace has none. */
    Optional<IFile> network() {
        int index = network.getSelectionIndex();
        return index < 0 ? Optional.empty() : Optional.of(networks.get(index));
    }

    /** Returns the kind of file. */
    ExportFormat format() {
        return formats.get(Math.max(0, format.getSelectionIndex()));
    }

    /** Returns where to write, if what was typed is a path. */
    Optional<Path> target() {
        try {
            return target.value().isEmpty() ? Optional.empty() : Optional.of(Path.of(target.value()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The page is complete when the disk was looked at; before anything was chosen, nothing is called wrong. */
    private void validate() {
        Optional<Path> file = target();
        Optional<Path> beside = network().filter(known -> format().wantsWeights())
                .map(known -> WeightsFile.beside(known.getLocation().toPath()).path());
        boolean quiet = untouched;
        setPageComplete(false);
        disk.ask(() -> Places.lookAt(file, beside), places -> {
            String fault = fault(places);
            setErrorMessage(quiet ? null : fault);
            setMessage(fault == null && places.targetExists() ? "The file exists and will be replaced." : null, WARNING);
            weights.setText(beside.map(known -> places.weights(known.getFileName())).orElse(""));
            setPageComplete(fault == null);
        });
    }

    /** Returns what is wrong, or null as wizard pages want it. */
    private String fault(Places places) {
        if (network().isEmpty()) {
            return "There is no network in the workspace yet.";
        }
        return places.folderExists() ? null : "Choose a file in a folder that exists.";
    }

    /** What is on the disk. */
    private record Places(boolean folderExists, boolean targetExists, boolean weightsExist) {

        static Places lookAt(Optional<Path> target, Optional<Path> weights) {
            return new Places(target.filter(Path::isAbsolute).map(Path::getParent).filter(Files::isDirectory).isPresent(),
                    target.filter(Files::exists).isPresent(), weights.filter(Files::exists).isPresent());
        }

        String weights(Path name) {
            return weightsExist ? "With the weights of " + name + "."
                    : "Without weights: there is no " + name + " beside the network.";
        }
    }
}
