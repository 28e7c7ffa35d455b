// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;

/**
 * The translators of a package of layer types as one contribution. Its class is named in
 * {@code META-INF/services/org.vesalius.worker.dl4j.graph.TranslatorPackage} of a jar on the worker's class path, and
 * needs a public constructor without arguments.
 */
public interface TranslatorPackage {

    /** One translator for each of these types. One whose type has a translator already is left out, with a remark. */
    List<? extends LayerTranslator<?>> translators();
}
