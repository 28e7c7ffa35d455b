// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.List;
import java.util.Locale;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;

/** Findings of checks, for people and for programs. */
public final class ProblemText {

    private ProblemText() {
        // functions only
    }

    /** One finding on one line. */
    public static String line(Problem problem) {
        return "  " + severity(problem) + ": " + problem.message();
    }

    /** A finding with its explanation and what would remove it. */
    public static List<String> lines(Problem problem) {
        String fixes = problem.fixes().isEmpty() ? ""
                : "\n    fix: " + String.join("; or: ", problem.fixes().stream().map(Fix::label).toList());
        String explanation = problem.explanation().isBlank() ? "" : "\n    " + problem.explanation();
        return (line(problem) + explanation + fixes).lines().toList();
    }

    /** Findings as an array of objects. */
    public static JsonArray toJson(List<Problem> problems) {
        JsonArray array = new JsonArray();
        problems.stream().map(ProblemText::toJson).forEach(array::add);
        return array;
    }

    private static JsonObject toJson(Problem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("check", problem.checkId());
        json.addProperty("severity", severity(problem));
        json.addProperty("subject", problem.subject());
        json.addProperty("message", problem.message());
        json.addProperty("explanation", problem.explanation());
        json.add("samples", JsonText.texts(problem.samples()));
        json.add("fixes", JsonText.texts(problem.fixes().stream().map(Fix::label).toList()));
        return json;
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }
}
