// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.vesalius.core.English;
import org.vesalius.experiment.run.RunFolder;

/** The results of a run, or of some together; there is one editor for each, which the next session opens again. */
public final class ResultsInput extends PlatformObject implements IEditorInput, IPersistableElement {

    private static final String RUN = "run";
    private static final String PATH = "path";

    private final List<RunFolder> folders;

    ResultsInput(List<RunFolder> folders) {
        this.folders = folders.stream().sorted(Comparator.comparing(RunFolder::path)).toList();
    }

    /** Makes the input again of what the last session kept. */
    public static final class Factory implements IElementFactory {
        @Override
        public IAdaptable createElement(IMemento memento) {
            try {
                List<RunFolder> runs = Stream.of(memento.getChildren(RUN)).map(run -> new RunFolder(Path.of(run.getString(PATH))))
                        .toList();
                return runs.isEmpty() ? null : new ResultsInput(runs);
            } catch (InvalidPathException e) {
                // of another system
                return null;
            }
        }
    }

    List<RunFolder> folders() {
        return folders;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == RunFolder.class && folders.size() == 1 ? type.cast(folders.get(0)) : super.getAdapter(type);
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ResourceLocator.imageDescriptorFromBundle("org.vesalius.experiment.ui", "icons/training.png").orElse(null);
    }

    @Override
    public String getName() {
        return folders.size() == 1 ? folders.get(0).name() : English.quantity(folders.size(), "run") + " together";
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return Factory.class.getName();
    }

    @Override
    public void saveState(IMemento memento) {
        folders.forEach(run -> memento.createChild(RUN).putString(PATH, run.path().toString()));
    }

    @Override
    public String getToolTipText() {
        return "Results of " + folders.stream().map(RunFolder::name).collect(Collectors.joining("\n"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResultsInput that && folders.equals(that.folders);
    }

    @Override
    public int hashCode() {
        return folders.hashCode();
    }
}
