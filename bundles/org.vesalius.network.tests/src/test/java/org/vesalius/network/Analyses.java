// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.layer.standard.StandardLayers;

/** Short ways to analyse a network in a test. */
public final class Analyses {
    private Analyses() {
    }

    /** The analysis with the standard layers and checks. */
    public static NetworkAnalysis of(Network network) {
        return new NetworkAnalyser(StandardLayers.catalog()).analyse(network);
    }

    /** The shape of the layer of this name, as people see it; {@code none} if it could not be worked out. */
    public static String shape(Network network, String layer) {
        return of(network).shapeOf(Networks.layer(network, layer)).map(shape -> shape.display()).orElse("none");
    }

    /** The findings of one check. */
    public static List<Problem> problems(Network network, String checkId) {
        return of(network).problems().stream().filter(problem -> problem.checkId().equals(checkId)).toList();
    }

    /** The findings that are errors or warnings, without advice. */
    public static List<Problem> faults(Network network) {
        return of(network).problems().stream().filter(problem -> problem.severity() != Severity.ADVICE).toList();
    }

    /** The one finding of a check. */
    public static Problem problem(Network network, String checkId) {
        List<Problem> found = problems(network, checkId);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + checkId + " among " + of(network).problems());
        }
        return found.get(0);
    }
}
