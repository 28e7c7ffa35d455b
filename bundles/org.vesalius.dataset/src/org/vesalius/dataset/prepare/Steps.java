// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The preprocessing of a column, in its order. It is written in the column's option {@value #OPTION}, steps separated by
 * semicolons, each with its settings:
 *
 * <pre>
 * rescale slope=1/255 intercept=-1024     v · slope + intercept
 * window centre=40 width=400              to 0…1 by DICOM's function LINEAR; or preset=lung
 * clip low=0 high=100
 * resample spacing=1 or 1,1,3             in mm along z, y, x; method=nearest for masks
 * resample size=64 or 32,64,64            aspect=keep fits and fills with fill=0
 * fit size=32,64,64 fill=0                crops or pads around the middle
 * percentile low=1 high=99 per=channel    to 0…1
 * zscore per=sample or channel
 * zscore per=training                      of each channel over all training samples; the last step
 * </pre>
 *
 * <p>What is fitted to the training samples is done when the data of a run are opened, and kept with the run; here it leaves
 * arrays as they are.
 */
public final class Steps {
    /** The option of a column that holds its steps. */
    public static final String OPTION = "preprocessing";
    /** The option of a column that names the type its arrays are kept in where no step makes other values of them. */
    public static final String TYPE = "type";

    private static final Map<String, Function<StepText, Step>> KNOWN = new TreeMap<>(Map.of("rescale", Rescale::of,
            "window", Window::of, "clip", Clip::of, "resample", Resample::of, "fit", Fit::of, "percentile",
            Percentile::of, "zscore", ZScore::of));

    private final List<Step> steps;
    private final ElementType type;

    private Steps(List<Step> steps, ElementType type) {
        this.steps = steps;
        this.type = type;
    }

    /**
     * The steps of a column.
     *
     * @throws org.vesalius.core.ReportedException if one is unknown or wrong
     */
    public static Steps of(Column column) {
        List<Step> steps = Arrays.stream(column.option(OPTION, "").split(";")).filter(text -> !text.isBlank())
                .map(StepText::parse).map(Steps::step).toList();
        steps.stream().limit(Math.max(0, steps.size() - 1)).forEach(Step::refuseAsEarlier);
        boolean kept = steps.stream().allMatch(Step::keepsType);
        return new Steps(steps, kept ? type(column.option(TYPE, ElementType.F32.text())) : ElementType.F32);
    }

    /** Whether the last step of a column is fitted to the training samples; steps that are wrong are told elsewhere. */
    public static boolean byTraining(Column column) {
        String[] steps = column.option(OPTION, "").strip().split(";");
        return column.type() == ColumnType.ARRAY && steps[steps.length - 1].strip().matches("zscore\\s+per=training");
    }

    /** Of the steps for volumes those that change sizes, so that masks still fit and keep their values. */
    public static String ofMasks(String steps) {
        return Arrays.stream(steps.split(";")).map(String::strip)
                .map(text -> text.replaceAll("\\s+(method|fill)=\\S+", ""))
                .filter(text -> text.startsWith("resample ") || text.startsWith("fit "))
                .map(text -> text.startsWith("resample ") ? text + " method=nearest" : text)
                .collect(Collectors.joining("; "));
    }

    private static Step step(StepText text) {
        Function<StepText, Step> known = KNOWN.get(text.name());
        if (known == null) {
            throw text.invalid("it is unknown; known are " + String.join(", ", KNOWN.keySet()));
        }
        return known.apply(text);
    }

    private static ElementType type(String text) {
        return Arrays.stream(ElementType.values()).filter(type -> type.text().equals(text)).findFirst()
                .orElse(ElementType.F32);
    }

    /** The type that the arrays are kept in. */
    public ElementType type() {
        return type;
    }

    /**
     * The array after all steps.
     *
     * @throws UnreadableImageException if one can't be done to it
     */
    public TypedArray apply(TypedArray array) throws UnreadableImageException {
        TypedArray prepared = array;
        for (Step step : steps) {
            prepared = step.apply(prepared);
        }
        return prepared;
    }

    /** What is done, for people; empty where nothing is. */
    public String words() {
        return steps.stream().map(Step::words).collect(Collectors.joining("; "));
    }
}
