// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.vesalius.dataset.Subset;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options and parameters, and refuses wrong ones in the user's words instead of Java's. */
final class UserValues {

    private UserValues() {
        // functions only
    }

    /** Lets a command line read values this way. */
    static void register(CommandLine commandLine) {
        commandLine.registerConverter(Path.class, UserValues::path).registerConverter(Subset.class, UserValues::subset);
        register(commandLine, int.class, Integer.class, text -> whole(text).intValueExact());
        register(commandLine, long.class, Long.class, text -> whole(text).longValueExact());
        register(commandLine, double.class, Double.class, UserValues::decimal);
    }

    private static <T> void register(CommandLine commandLine, Class<T> primitive, Class<T> boxed,
            Function<String, T> reading) {
        ITypeConverter<T> converter = text -> {
            try {
                return reading.apply(text.strip());
            } catch (ArithmeticException e) {
                throw refused(text, "is too large a number");
            }
        };
        commandLine.registerConverter(primitive, converter).registerConverter(boxed, converter);
    }

    private static BigDecimal whole(String text) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw refused(text, "is no whole number");
        }
        if (text.length() > 20) {
            throw new ArithmeticException("no type is that wide");
        }
        return new BigDecimal(text);
    }

    // whether it is in range is for the command to say, NaN included
    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(text, text.contains(",") ? "is no number; decimals follow a point, as in 1.5" : "is no number");
        }
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("the name is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw refused(text, "is no name of a file: " + e.getReason());
        }
    }

    private static Subset subset(String text) {
        return Subset.of(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> refused(text, "is no subset; take train, validation or test"));
    }

    private static TypeConversionException refused(String text, String reason) {
        return new TypeConversionException("'" + text + "' " + reason);
    }
}
