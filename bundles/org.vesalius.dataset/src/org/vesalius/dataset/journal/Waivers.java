// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.journal;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;

/**
 * Findings that hold no training back any longer, since somebody said why. Each is one finding in all its words: when it changes,
 * as when more samples are concerned, it has to be looked at anew.
 *
 * @param all the waivers
 */
public record Waivers(List<Waiver> all) {
    private static final String KIND = "waiver";
    /** Without these nothing can be learnt, whatever the reason. */
    private static final Set<String> NEVER = Set.of("dataset.reader-missing", "dataset.root-missing", "dataset.part-missing",
            "dataset.one-category", "dataset.values");

    /**
     * A finding that was waived.
     *
     * @param check id of the check
     * @param subject what the finding is about
     * @param finding its message
     * @param reason why it holds no training back, in the words of who decided it
     */
    public record Waiver(String check, String subject, String finding, String reason) {
        boolean fits(Problem problem) {
            return check.equals(problem.checkId()) && subject.equals(problem.subject()) && finding.equals(problem.message());
        }
    }

    /**
     * Those in the journal of a data set.
     *
     * @throws org.vesalius.core.ReportedException if it can't be read
     */
    public static Waivers of(Path folder) {
        return new Waivers(new DatasetJournal(folder).entries(KIND).stream()
                .map(entry -> new Waiver(text(entry, "check"), text(entry, "subject"), text(entry, "finding"), text(entry, "reason")))
                .toList());
    }

    private static String text(JsonObject entry, String name) {
        return entry.has(name) && entry.get(name).isJsonPrimitive() ? entry.get(name).getAsString() : "";
    }

    /** Whether a reason may let a training begin in spite of a finding. */
    public static boolean mayWaive(Problem problem) {
        return problem.isError() && problem.checkId().startsWith("dataset.") && !NEVER.contains(problem.checkId());
    }

    /** These and one more. */
    public Waivers with(Problem problem, String reason) {
        return new Waivers(Stream.concat(all.stream(),
                Stream.of(new Waiver(problem.checkId(), problem.subject(), problem.message(), reason))).toList());
    }

    /** The waiver of a finding; the last, if there are several. */
    public Optional<Waiver> of(Problem problem) {
        return all.stream().filter(waiver -> waiver.fits(problem)).reduce((earlier, later) -> later);
    }

    /** The findings, those that are waived being warnings that say so. */
    public List<Problem> applied(List<Problem> problems) {
        return problems.stream().map(problem -> mayWaive(problem) ? of(problem).map(waiver -> warning(problem, waiver)).orElse(problem)
                : problem).toList();
    }

    private static Problem warning(Problem problem, Waiver waiver) {
        return new Problem(problem.checkId(), Severity.WARNING, problem.subject(), problem.message(),
                "Waived: " + waiver.reason() + "\n" + problem.explanation(), problem.fixes(), problem.samples());
    }

    /**
     * Writes those that aren't in the journal of a data set yet into it.
     *
     * @throws org.vesalius.core.ReportedException if it can't be written
     */
    public void keep(Path folder, Instant at) {
        List<Waiver> kept = of(folder).all();
        all.stream().filter(waiver -> !kept.contains(waiver)).forEach(waiver -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("check", waiver.check());
            entry.addProperty("subject", waiver.subject());
            entry.addProperty("finding", waiver.finding());
            entry.addProperty("reason", waiver.reason());
            new DatasetJournal(folder).add(KIND, at, entry);
        });
    }
}
