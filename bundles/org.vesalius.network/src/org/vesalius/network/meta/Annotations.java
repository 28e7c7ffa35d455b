// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The annotation sources of the metamodel, and how they are read. */
final class Annotations {
    static final String LAYER = "http://vesalius.org/layer";
    static final String ATTRIBUTE = "http://vesalius.org/attribute";

    private Annotations() {
    }

    static Optional<String> read(EModelElement element, String source, String key) {
        return Optional.ofNullable(EcoreUtil.getAnnotation(element, source, key)).filter(text -> !text.isBlank());
    }

    static String documentation(EModelElement element) {
        return Optional.ofNullable(EcoreUtil.getDocumentation(element)).orElse("");
    }

    /** "vocabularySize" becomes "Vocabulary size": for elements of plug-ins that give no label. */
    static String spelledOut(String name) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
