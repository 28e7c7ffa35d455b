// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.meta.LayerInfo;

/** The problem markers of one file. Only markers that change are touched. */
public final class ProblemMarkers {
    /** Type of the markers of networks. */
    public static final String TYPE = "org.vesalius.network.ui.problem";
    /** Attribute of a marker: the id of the layer it is about, or empty. */
    public static final String LAYER = "layerId";
    /** Attribute of a marker: the id of the check that found it. */
    public static final String CHECK = "checkId";

    /** Attribute of a marker: the labels of the fixes that the check offers, one a line. */
    public static final String FIXES = "fixes";

    private final IFile file;

    /** @param file a network in the workspace */
    public ProblemMarkers(IFile file) {
        this.file = file;
    }

    /** Returns what the markers of some problems say; layer ids become names as far as the network has them. */
    public static List<Map<String, Object>> describe(List<Problem> problems, Network network) {
        Set<String> wanted = problems.stream().map(Problem::subject).collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        Graphs.in(network).forEach(graph -> graph.getLayers().stream().filter(layer -> wanted.contains(layer.getId()))
                .forEach(layer -> names.put(layer.getId(), LayerInfo.called(layer))));
        return problems.stream().map(problem -> attributes(problem, names.getOrDefault(problem.subject(), "network")))
                .toList();
    }

    /** Returns what the marker of a file says that can't be read. */
    public static Map<String, Object> describe(String message, String remedy) {
        return attributes(Problem.error("network.file", "", message, remedy), "file");
    }

    private static Map<String, Object> attributes(Problem problem, String location) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.SEVERITY, severity(problem.severity()));
        attributes.put(IMarker.MESSAGE, problem.message());
        attributes.put(IMarker.LOCATION, location);
        attributes.put(LAYER, problem.subject());
        attributes.put(CHECK, problem.checkId());
        attributes.put(FIXES, problem.fixes().stream().map(Fix::label).collect(Collectors.joining("\n")));
        return attributes;
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            case ADVICE -> IMarker.SEVERITY_INFO;
        };
    }

    /** Makes the markers of the file say this and nothing else. */
    public void show(List<Map<String, Object>> wanted) throws CoreException {
        if (!file.isAccessible()) {
            return;
        }
        List<Map<String, Object>> missing = new ArrayList<>(wanted);
        for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
            if (!missing.remove(marker.getAttributes())) {
                marker.delete();
            }
        }
        for (Map<String, Object> attributes : missing) {
            file.createMarker(TYPE, attributes);
        }
    }

    /** Brings the markers of one file up to date, off the UI thread. */
    public static final class Update extends WorkspaceJob {
        private final IFile file;
        private final List<Map<String, Object>> markers;

        /** @param markers what the markers are to say, from {@link ProblemMarkers#describe} */
        public Update(IFile file, List<Map<String, Object>> markers) {
            super("Show problems");
            this.file = Objects.requireNonNull(file);
            this.markers = List.copyOf(markers);
            setSystem(true);
            IWorkspace workspace = file.getWorkspace();
            setRule(workspace.getRuleFactory().markerRule(file));
        }

        /** A file that was deleted meanwhile has no problems any more. */
        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            if (file.isAccessible()) {
                new ProblemMarkers(file).show(markers);
            }
            return Status.OK_STATUS;
        }
    }
}
