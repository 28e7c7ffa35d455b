// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;

/**
 * The advice about a network that its author has read and does not want to hear again. It is kept in the settings of the
 * project, and so goes with it. Reads and writes files, so it is not for the UI thread.
 *
 * @param network the file of the network
 */
record DismissedAdvice(IFile network) {
    private static final String BUNDLE = "org.vesalius.network.ui";
    private static final String GROUP = "dismissed advice";

    DismissedAdvice {
        Objects.requireNonNull(network);
    }

    private IEclipsePreferences settings() {
        return (IEclipsePreferences) new ProjectScope(network.getProject()).getNode(BUNDLE).node(GROUP);
    }

    private String key() {
        return network.getProjectRelativePath().toPortableString();
    }

    private Set<String> dismissed() {
        String found = settings().get(key(), "");
        return Arrays.stream(found.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Problem problem) {
        return problem.checkId() + "@" + problem.subject();
    }

    /** Leaves out what was dismissed; errors and warnings can't be. */
    List<Problem> remaining(List<Problem> problems) {
        Set<String> dismissed = dismissed();
        return dismissed.isEmpty() ? problems : problems.stream()
                .filter(problem -> problem.severity() != Severity.ADVICE || !dismissed.contains(word(problem))).toList();
    }

    /**
     * Dismisses an advice.
     *
     * @throws BackingStoreException if that can't be written
     */
    void dismiss(Problem advice) throws BackingStoreException {
        Set<String> all = dismissed();
        all.add(word(advice));
        settings().put(key(), String.join(" ", all));
        settings().flush();
    }

    /**
     * Lets all advice be heard again.
     *
     * @throws BackingStoreException if that can't be written
     */
    void restore() throws BackingStoreException {
        settings().remove(key());
        settings().flush();
    }
}
