// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.List;
import java.util.Optional;

import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;

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
