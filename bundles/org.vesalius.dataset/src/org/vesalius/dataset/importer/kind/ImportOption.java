// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.Objects;

/**
 * Something that can be told to an import.
 *
 * @param name in small letters with hyphens; on the command line it follows {@code --}
 * @param type what it takes
 * @param label what stands for its value in the help, such as REGEX
 * @param fallback what is taken where it isn't given; empty for nothing
 * @param description some sentences
 */
public record ImportOption(String name, Type type, String label, String fallback, String description) {

    /** No component may be null. */
    public ImportOption {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(description, "description");
    }

    /** One that is on or off. */
    public static ImportOption flag(String name, String description) {
        return new ImportOption(name, Type.FLAG, "", "", description);
    }

    /** One that takes a text. */
    public static ImportOption text(String name, String label, String fallback, String description) {
        return new ImportOption(name, Type.TEXT, label, fallback, description);
    }

    /** One that takes a text and may be given several times. */
    public static ImportOption texts(String name, String label, String description) {
        return new ImportOption(name, Type.TEXTS, label, "", description);
    }

    /** One that takes a whole number. */
    public static ImportOption whole(String name, String label, long fallback, String description) {
        return new ImportOption(name, Type.WHOLE, label, String.valueOf(fallback), description);
    }

    /** One that takes a file or folder and may be given several times. */
    public static ImportOption paths(String name, String label, String description) {
        return new ImportOption(name, Type.PATHS, label, "", description);
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
