// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;

/**
 * Tries a fix on a copy of a network, so that the search for it and the fix itself need not keep the UI thread busy,
 * and says what has to change in the original. Make it on the thread that edits the network, compute it on any.
 */
public final class FixedCopy {
    private final Network copy;
    private final EcoreUtil.Copier copies = new EcoreUtil.Copier();

    /** Copies a network as it is now. */
    public FixedCopy(Network network) {
        copy = (Network) copies.copy(network);
        copies.copyReferences();
    }

    /**
     * Applies a fix to the copy.
     *
     * @param analyser looks for problems
     * @return what makes of the original what the fix made of the copy; empty if no check offers the fix any more
     */
    public Optional<ChangeDescription> change(Function<Network, NetworkAnalysis> analyser, WantedFix wanted) {
        return wanted.in(analyser.apply(copy).problems()).map(this::change);
    }

    private ChangeDescription change(Fix fix) {
        ChangeRecorder recorder = new ChangeRecorder(copy);
        ChangeDescription onCopy;
        try {
            fix.apply();
        } finally {
            onCopy = recorder.endRecording();
            recorder.dispose();
        }
        onCopy.applyAndReverse();
        return onOriginal(onCopy);
    }

    /** The copy is as it was, so the change holds whatever is new, and refers to the rest. */
    private ChangeDescription onOriginal(ChangeDescription onCopy) {
        Map<EObject, EObject> originals = new HashMap<>();
        copies.forEach((original, copied) -> originals.put(copied, original));
        Back back = new Back(originals);
        ChangeDescription change = (ChangeDescription) back.copy(onCopy);
        back.copyReferences();
        return change;
    }

    /** Copies a change and turns its references to the copy into references to the original, which it leaves alone. */
    private static final class Back extends EcoreUtil.Copier {
        private static final long serialVersionUID = 1L;

        private final transient Map<EObject, EObject> originals;

        Back(Map<EObject, EObject> originals) {
            this.originals = originals;
        }

        @Override
        public EObject get(Object key) {
            EObject created = super.get(key);
            return created != null ? created : originals.get(key);
        }
    }

    /**
     * Names a fix by what people see of it, whichever copy of the network it was found on.
     *
     * @param check id of the check that offers it
     * @param subject what the problem is about: the id of a layer, or empty
     * @param label label of the fix
     */
    public record WantedFix(String check, String subject, String label) {

        /** Looks for the fix among problems. */
        Optional<Fix> in(List<Problem> problems) {
            return problems.stream().filter(problem -> problem.checkId().equals(check) && problem.subject().equals(subject))
                    .flatMap(problem -> problem.fixes().stream()).filter(fix -> fix.label().equals(label)).findFirst();
        }
    }
}
