// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.NewId;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;
import org.vesalius.network.meta.LayerInfo;

/** Every layer can be named: by people, and by files. */
final class IdentityChecks {
    private IdentityChecks() {
    }

    /** Every layer has an id of its own, inside blocks too. */
    static final class IdCheck implements NetworkCheck {
        private static final String ID = "network.id";
        private static final String WHY = "Connections, experiments and trained weights refer to layers by their ids.";

        @Override
        public List<Problem> check(CheckedNetwork network) {
            List<Problem> problems = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Layer layer : all(network)) {
                if (!LayerIds.isValid(layer.getId())) {
                    problems.add(problem(layer, " has no usable id."));
                } else if (!seen.add(layer.getId())) {
                    problems.add(problem(layer, " has the id '" + layer.getId() + "' of another layer."));
                }
            }
            return problems;
        }

        /** The layers that were drawn, inside blocks and wrappers too, each behind the one that holds it. */
        private static List<Layer> all(CheckedNetwork network) {
            List<Layer> all = new ArrayList<>();
            network.network().eAllContents().forEachRemaining(element -> {
                if (element instanceof Layer layer) {
                    all.add(layer);
                }
            });
            return all;
        }

        private static Problem problem(Layer layer, String what) {
            String called = LayerInfo.called(layer);
            return Problem.error(ID, CheckedNetwork.subject(layer), called + what, WHY,
                    new NewId("Give " + called + " a new id", layer));
        }
    }

    /** Every layer has a name, and no other layer of its network or block has it. */
    static final class NameCheck implements NetworkCheck {
        private static final String ID = "network.name";
        private static final String WHY = "Problems, reports and exported models name layers, and have to mean one.";

        @Override
        public List<Problem> check(CheckedNetwork network) {
            return network.graphs().stream().flatMap(graph -> check(graph).stream()).toList();
        }

        private static List<Problem> check(LayerGraph graph) {
            List<Problem> problems = new ArrayList<>();
            LayerNames free = LayerNames.of(graph);
            Set<String> seen = new HashSet<>();
            for (Layer layer : graph.getLayers()) {
                String name = layer.getName();
                if (name == null || name.isBlank()) {
                    problems.add(problem(layer, LayerInfo.called(layer) + " needs one.", free.next(layer.eClass())));
                } else if (!seen.add(name)) {
                    problems.add(problem(layer, "Two layers are named '" + name + "'.", free.near(name)));
                }
            }
            return problems;
        }

        private static Problem problem(Layer layer, String message, String proposal) {
            Fix rename = new SetAttribute("Name it '" + proposal + "'", layer, NetworkPackage.Literals.LAYER__NAME,
                    proposal);
            return Problem.error(ID, CheckedNetwork.subject(layer), message, WHY, rename);
        }
    }
}
