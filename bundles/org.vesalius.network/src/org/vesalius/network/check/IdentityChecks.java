// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
            return network.concluded(this, IdCheck::all, IdCheck::problems);
        }

        /** The layer and those that it wraps; what lies inside a block was drawn itself. */
        private static List<Named> all(Layer drawn) {
            if (drawn instanceof LayerGraph || drawn.eContents().isEmpty()) {
                return List.of(Named.of(drawn));
            }
            List<Named> all = new ArrayList<>(List.of(Named.of(drawn)));
            drawn.eAllContents().forEachRemaining(inside -> {
                if (inside instanceof Layer layer) {
                    all.add(Named.of(layer));
                }
            });
            return all;
        }

        private static List<Problem> problems(List<Named> layers) {
            List<Problem> problems = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Named named : layers) {
                if (!named.valid()) {
                    problems.add(problem(named.layer(), " has no usable id."));
                } else if (!seen.add(named.id())) {
                    problems.add(problem(named.layer(), " has the id '" + named.id() + "' of another layer."));
                }
            }
            return problems;
        }

        /** What a layer is known by; one inside a wrapper is called by the name of that. */
        private record Named(Layer layer, String id, boolean valid, String subject, String name) {
            static Named of(Layer layer) {
                boolean wrapped = layer.eContainer() instanceof Layer wrapper && !(wrapper instanceof LayerGraph);
                return new Named(layer, layer.getId(), LayerIds.isValid(layer.getId()), CheckedNetwork.subject(layer),
                        wrapped ? ((Layer) layer.eContainer()).getName() : layer.getName());
            }
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
            return network.concluded(this, layer -> List.of(Named.of(layer)), NameCheck::problems);
        }

        /** A layer and the place where its name has to tell it from others. */
        private record Named(Layer layer, String subject, String name, LayerGraph graph) {
            static Named of(Layer layer) {
                return new Named(layer, CheckedNetwork.subject(layer), layer.getName(), (LayerGraph) layer.eContainer());
            }

            boolean missing() {
                return name == null || name.isBlank();
            }
        }

        private static List<Problem> problems(List<Named> layers) {
            Map<LayerGraph, Set<String>> seen = new IdentityHashMap<>();
            Map<LayerGraph, LayerNames> free = new IdentityHashMap<>();
            List<Problem> problems = new ArrayList<>();
            for (Named named : layers) {
                boolean first = seen.computeIfAbsent(named.graph(), graph -> new HashSet<>()).add(named.name());
                if (named.missing() || !first) {
                    problems.add(problem(named, free.computeIfAbsent(named.graph(), LayerNames::of)));
                }
            }
            return problems;
        }

        private static Problem problem(Named named, LayerNames free) {
            Layer layer = named.layer();
            return named.missing()
                    ? problem(layer, LayerInfo.called(layer) + " needs one.", free.next(layer.eClass()))
                    : problem(layer, "Two layers are named '" + named.name() + "'.", free.near(named.name()));
        }

        private static Problem problem(Layer layer, String message, String proposal) {
            Fix rename = new SetAttribute("Name it '" + proposal + "'", layer, NetworkPackage.Literals.LAYER__NAME,
                    proposal);
            return Problem.error(ID, CheckedNetwork.subject(layer), message, WHY, rename);
        }
    }
}
