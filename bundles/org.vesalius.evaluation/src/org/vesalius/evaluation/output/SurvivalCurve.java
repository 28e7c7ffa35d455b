// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.vesalius.evaluation.survival.KaplanMeier;
import org.vesalius.evaluation.survival.SurvivalTimes;

/**
 * The share of samples without an event by time, as an evaluation holds it.
 *
 * @param points where it falls; at most {@value #MOST_POINTS}, the last among them
 * @param median the time from which at most half are without an event; empty where more than half are left to the end
 */
public record SurvivalCurve(List<Point> points, OptionalDouble median) {
    private static final int MOST_POINTS = 200;
    private static final String KEY = "kaplan-meier";

    /** Copies the list. */
    public SurvivalCurve {
        points = List.copyOf(points);
    }

    /**
     * The share from one time on.
     *
     * @param time when events came
     * @param atRisk samples without an event, and followed up, until then
     * @param share that is left without an event
     * @param lower the lower end of its 95 % confidence interval; NaN where nobody is left
     * @param upper the upper end of the same
     */
    public record Point(double time, int atRisk, double share, double lower, double upper) {
    }

    /** The curve of some samples, whose times are turned into those that people read. */
    static SurvivalCurve of(SurvivalTimes times, DoubleUnaryOperator readable) {
        KaplanMeier estimate = KaplanMeier.of(times);
        List<Point> points = estimate.points().stream().map(point -> new Point(readable.applyAsDouble(point.time()),
                point.atRisk(), point.share(), point.lower(), point.upper())).toList();
        OptionalDouble median = estimate.median();
        return new SurvivalCurve(thinned(points, MOST_POINTS), median.isEmpty() ? median
                : OptionalDouble.of(readable.applyAsDouble(median.getAsDouble())));
    }

    /** At most so many of its points, spread evenly, the last among them. */
    public List<Point> some(int most) {
        return thinned(points, most);
    }

    private static List<Point> thinned(List<Point> points, int most) {
        int count = Math.min(most, points.size());
        return IntStream.rangeClosed(1, count).mapToObj(i -> points.get((int) ((long) i * points.size() / count) - 1))
                .toList();
    }

    void addTo(JsonObject json) {
        if (points.isEmpty()) {
            return;
        }
        JsonArray curve = new JsonArray();
        for (Point point : points) {
            JsonObject one = new JsonObject();
            one.addProperty("time", point.time());
            one.addProperty("at-risk", point.atRisk());
            one.addProperty("survival", point.share());
            one.add("lower", number(point.lower()));
            one.add("upper", number(point.upper()));
            curve.add(one);
        }
        JsonObject whole = new JsonObject();
        whole.add("median", median.isPresent() ? new JsonPrimitive(median.getAsDouble()) : JsonNull.INSTANCE);
        whole.add("points", curve);
        json.add(KEY, whole);
    }

    /** The curve that an evaluation holds; without points where it holds none. */
    static SurvivalCurve in(JsonObject json) {
        if (!json.has(KEY)) {
            return new SurvivalCurve(List.of(), OptionalDouble.empty());
        }
        JsonObject whole = json.getAsJsonObject(KEY);
        List<Point> points = new ArrayList<>();
        for (JsonElement element : whole.getAsJsonArray("points")) {
            JsonObject point = element.getAsJsonObject();
            points.add(new Point(point.get("time").getAsDouble(), point.get("at-risk").getAsInt(),
                    point.get("survival").getAsDouble(), number(point.get("lower")), number(point.get("upper"))));
        }
        double median = number(whole.get("median"));
        return new SurvivalCurve(points, Double.isNaN(median) ? OptionalDouble.empty() : OptionalDouble.of(median));
    }

    private static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }

    private static double number(JsonElement value) {
        return value == null || value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }
}
