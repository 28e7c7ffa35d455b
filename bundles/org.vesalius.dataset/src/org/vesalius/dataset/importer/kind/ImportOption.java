// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Objects;

/**
 * Something that can be told to an import.
 *
 * @param name in small letters with hyphens; on the command line it follows {@code --}
 * @param type what it takes
 * @param label what stands for its value in the help, such as REGEX
 * @param fallback what is taken where it isn't given; empty for nothing
 * @param description some sentences
 * @param choices values that are often given, or all there are; the window offers them
 */
public record ImportOption(String name, Type type, String label, String fallback, String description, List<String> choices) {

    /** No component may be null. */
    public ImportOption {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(description, "description");
        choices = List.copyOf(choices);
    }

    /** The same option, which offers these values. */
    public ImportOption offering(String... values) {
        return new ImportOption(name, type, label, fallback, description, List.of(values));
    }

    /** One that is on or off. */
    public static ImportOption flag(String name, String description) {
        return new ImportOption(name, Type.FLAG, "", "", description, List.of());
    }

    /** One that takes a text. */
    public static ImportOption text(String name, String label, String fallback, String description) {
        return new ImportOption(name, Type.TEXT, label, fallback, description, List.of());
    }

    /** One that takes a text and may be given several times. */
    public static ImportOption texts(String name, String label, String description) {
        return new ImportOption(name, Type.TEXTS, label, "", description, List.of());
    }

    /** One that takes a whole number. */
    public static ImportOption whole(String name, String label, long fallback, String description) {
        return new ImportOption(name, Type.WHOLE, label, String.valueOf(fallback), description, List.of());
    }

    /** One that takes a file or folder and may be given several times. */
    public static ImportOption paths(String name, String label, String description) {
        return new ImportOption(name, Type.PATHS, label, "", description, List.of());
    }

    /** What an option takes. */
    public enum Type {
        /** Nothing: it is given or not. */
        FLAG,
        /** A text, once. */
        TEXT,
        /** Texts. */
        TEXTS,
        /** A whole number. */
        WHOLE,
        /** Files or folders, absolute where they come to the import. */
        PATHS;

        /** Whether it may be given several times. */
        public boolean several() {
            return this == TEXTS || this == PATHS;
        }
    }
}
