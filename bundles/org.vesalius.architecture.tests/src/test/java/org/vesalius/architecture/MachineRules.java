// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What is stored, hashed or compared is the same on every machine, whatever its language, time zone and disk. */
final class MachineRules {

    /** Calls whose result depends on the default locale, time zone or character set, or on the order of a folder. */
    private static final Set<String> DEPENDENT =
            Set.of(
                    "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                    "java.lang.String.formatted([Ljava.lang.Object;)",
                    "java.lang.String.toLowerCase()",
                    "java.lang.String.toUpperCase()",
                    "java.lang.String.getBytes()",
                    "java.lang.String.<init>([B)",
                    "java.lang.String.<init>([B, int, int)",
                    "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
                    "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
                    "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
                    "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
                    "java.io.InputStreamReader.<init>(java.io.InputStream)",
                    "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
                    "java.io.FileReader.<init>(java.io.File)",
                    "java.io.FileReader.<init>(java.lang.String)",
                    "java.io.FileWriter.<init>(java.io.File)",
                    "java.io.FileWriter.<init>(java.lang.String)",
                    "java.io.PrintWriter.<init>(java.io.File)",
                    "java.io.PrintWriter.<init>(java.lang.String)",
                    "java.io.PrintWriter.<init>(java.io.OutputStream)",
                    "java.io.File.list()",
                    "java.io.File.listFiles()",
                    "java.io.ByteArrayOutputStream.toString()",
                    "java.util.Formatter.<init>()",
                    "java.util.Formatter.<init>(java.lang.Appendable)",
                    "java.util.Scanner.<init>(java.io.InputStream)",
                    "java.util.Scanner.<init>(java.nio.file.Path)",
                    "java.util.Locale.getDefault()",
                    "java.util.TimeZone.getDefault()",
                    "java.util.Calendar.getInstance()",
                    "java.util.GregorianCalendar.<init>()",
                    "java.text.Collator.getInstance()",
                    "java.text.NumberFormat.getInstance()",
                    "java.text.NumberFormat.getNumberInstance()",
                    "java.text.NumberFormat.getIntegerInstance()",
                    "java.text.NumberFormat.getPercentInstance()",
                    "java.text.DecimalFormat.<init>()",
                    "java.text.DecimalFormat.<init>(java.lang.String)",
                    "java.text.DecimalFormatSymbols.<init>()",
                    "java.text.SimpleDateFormat.<init>(java.lang.String)",
                    "java.text.MessageFormat.format(java.lang.String, [Ljava.lang.Object;)",
                    "java.text.MessageFormat.<init>(java.lang.String)",
                    "java.nio.charset.Charset.defaultCharset()",
                    "java.time.ZoneId.systemDefault()",
                    "java.time.LocalDate.now()",
                    "java.time.LocalTime.now()",
                    "java.time.LocalDateTime.now()",
                    "java.time.ZonedDateTime.now()",
                    "java.time.OffsetDateTime.now()",
                    "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                    "java.time.format.DateTimeFormatterBuilder.toFormatter()");

    /** Code that stores and computes. */
    static final ArchRule SAME_EVERYWHERE =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            new DescribedPredicate<JavaAccess<?>>("its result depends on the defaults of the machine") {
                                @Override
                                public boolean test(JavaAccess<?> access) {
                                    return DEPENDENT.contains(access.getTarget().getFullName());
                                }
                            })
                    .because("the same input gives the same files everywhere: name Locale.ROOT, UTF-8 or UTC");

    private MachineRules() {}
}
