// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vesalius.core.English;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.ui.thread.WhileOpen;

/** Asks for the file of the other tool, and where the network goes. */
final class ImportSourcePage extends WizardPage {
    private static final String SUFFIX = "." + NetworkFiles.EXTENSION;

    private final Exchange exchange;
    private final IContainer start;
    private DiskLook disk;
    private boolean untouched = true;
    private FileRow source;
    private FileRow folder;
    private FileRow name;
    private String proposal = "";

    /** @param start the folder that is proposed; may be null */
    ImportSourcePage(Exchange exchange, IContainer start) {
        super("source");
        this.exchange = Objects.requireNonNull(exchange);
        this.start = start;
        setTitle("Network from another tool");
        setDescription("Choose " + exchange.importers().stream().map(importer -> English.one(importer.label()))
                .collect(Collectors.joining(" or ")) + ". No code in it is run.");
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(FileRow.COLUMNS).margins(6, 6).spacing(8, 8).applyTo(area);
        disk = new DiskLook(WhileOpen.of(area));
        source = new FileRow(area, "&Model:", this::browseFile, this::sourceChanged);
        folder = new FileRow(area, "Into &folder:", this::browseFolder, this::validate);
        name = new FileRow(area, "File &name:", this::validate);
        setControl(area);
        if (start != null) {
            folder.set(start.getFullPath().toString());
        }
        untouched = false;
    }

    private Optional<String> browseFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        String all = exchange.importers().stream().flatMap(importer -> importer.extensions().stream())
                .map(end -> "*." + end).collect(Collectors.joining(";"));
        dialog.setFilterExtensions(new String[] {all, "*.*"});
        return Optional.ofNullable(dialog.open());
    }

    private Optional<String> browseFolder() {
        ContainerSelectionDialog dialog = new ContainerSelectionDialog(getShell(), start, true, "Choose a folder.");
        return dialog.open() == Window.OK && dialog.getResult().length == 1
                ? Optional.of(dialog.getResult()[0].toString()) : Optional.empty();
    }

    /** Proposes a name, unless the user has typed another. */
    private void sourceChanged() {
        if (name.value().isEmpty() || name.value().equals(proposal)) {
            proposal = model().map(Path::getFileName).map(file -> stem(file.toString()) + SUFFIX).orElse("");
            name.set(proposal);
        }
        validate();
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** Returns the file of the other tool, if what was typed is a path. */
    Optional<Path> model() {
        try {
            return source.value().isEmpty() ? Optional.empty() : Optional.of(Path.of(source.value()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The name as it was typed, with the ending by which networks are known. */
    private String fileName() {
        String typed = name.value();
        return typed.isEmpty() || typed.endsWith(SUFFIX) ? typed : typed + SUFFIX;
    }

    /** Returns the file to write, if what was typed can be one. */
    Optional<IFile> target() {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        IPath path = IPath.fromOSString(folder.value());
        IResource container = path.segmentCount() == 0 ? null : root.findMember(path);
        boolean valid = container instanceof IContainer && root.getWorkspace().validateName(fileName(), IResource.FILE).isOK();
        return valid ? Optional.of(((IContainer) container).getFile(IPath.fromOSString(fileName()))) : Optional.empty();
    }

    /** The page is complete when the disk was looked at; before anything was typed, nothing is called wrong. */
    private void validate() {
        Optional<Path> model = model();
        boolean quiet = untouched;
        setPageComplete(false);
        disk.ask(() -> model.filter(Files::isRegularFile).isPresent(), isFile -> {
            String fault = fault(isFile);
            setErrorMessage(quiet ? null : fault);
            setPageComplete(fault == null);
        });
    }

    /** Returns what is wrong, or null as wizard pages want it. */
    private String fault(boolean modelIsFile) {
        if (!modelIsFile) {
            return "Choose the file of a model.";
        }
        if (model().flatMap(exchange::importerFor).isEmpty()) {
            return "Files of this kind can't be imported.";
        }
        if (target().isEmpty()) {
            return "Choose a folder of a project and a name for the network.";
        }
        return target().get().exists() ? "There is a file '" + fileName() + "' already." : null;
    }
}
