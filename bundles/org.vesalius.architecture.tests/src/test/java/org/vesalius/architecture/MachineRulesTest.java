// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Neither the core nor the command line asks for the language, the time zone or the character set of its machine. */
class MachineRulesTest {

    private static final Repository REPOSITORY = Repository.find();

    @Test
    void theCoreGivesTheSameEverywhere() throws IOException {
        MachineRules.SAME_EVERYWHERE.check(REPOSITORY.imported(Part.CORE));
    }

    @Test
    void codeWithoutAWindowGivesTheSameEverywhere() throws IOException {
        MachineRules.SAME_EVERYWHERE.check(REPOSITORY.imported(Part.HEADLESS));
    }

    @Test
    void whatDependsOnTheMachineIsNoticed() {
        assertThat(violations(Formats.class)).isEqualTo(1);
        assertThat(violations(Decodes.class)).isEqualTo(1);
        assertThat(violations(Lowers.class)).isEqualTo(1);
        assertThat(violations(Refers.class)).isEqualTo(1);
        assertThat(violations(NamesItsLocale.class)).isZero();
    }

    private static int violations(Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importClasses(type);
        return MachineRules.SAME_EVERYWHERE.evaluate(classes).getFailureReport().getDetails().size();
    }

    /** Writes other digits in Egypt. */
    private static final class Formats {
        String id(int number) {
            return String.format("s%04d", number);
        }
    }

    /** Reads other letters where the default is no UTF-8. */
    private static final class Decodes {
        String text(byte[] bytes) {
            return new String(bytes);
        }
    }

    /** Writes an i without a dot in Turkey. */
    private static final class Lowers {
        String name(String name) {
            return name.toLowerCase();
        }
    }

    /** Does so by a reference to a method. */
    private static final class Refers {
        java.util.function.UnaryOperator<String> lower() {
            return String::toLowerCase;
        }
    }

    private static final class NamesItsLocale {
        String id(int number) {
            return String.format(Locale.ROOT, "s%04d", number);
        }
    }
}
