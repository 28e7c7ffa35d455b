// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.library.Services;
import org.vesalius.worker.spi.Remark;

/** The translators of one worker by the type of layer they build. Immutable. */
public final class LayerTranslators {

    private final Map<Class<?>, LayerTranslator<?>> byType;
    /** Those of types for which no code was generated. */
    private final List<LayerTranslator<?>> dynamic;
    private final List<Remark> remarks;

    private LayerTranslators(Map<Class<?>, LayerTranslator<?>> byType, List<LayerTranslator<?>> dynamic,
            List<Remark> remarks) {
        this.byType = Map.copyOf(byType);
        this.dynamic = List.copyOf(dynamic);
        this.remarks = List.copyOf(remarks);
    }

    /** Those given; a later one takes the place of an earlier one for the same type. */
    public static LayerTranslators of(List<LayerTranslator<?>> translators) {
        Map<Class<?>, LayerTranslator<?>> byType = new HashMap<>();
        translators.forEach(translator -> byType.put(translator.type(), translator));
        return new LayerTranslators(byType, List.of(), List.of());
    }

    /**
     * These and those that other jars on the class path contribute. One that can't be loaded is left out, and so is one
     * for a type that has a translator already, lest results change unseen; a remark says so.
     */
    public LayerTranslators withContributed(ClassLoader loader) {
        Map<Class<?>, LayerTranslator<?>> all = new HashMap<>(byType);
        List<LayerTranslator<?>> ofDynamic = new ArrayList<>(dynamic);
        List<Remark> problems = new ArrayList<>(remarks);
        new Services<>(LayerTranslator.class, loader, fault -> problems.add(faulty(fault))).load()
                .forEach(translator -> {
                    if (translator.type() == Layer.class) {
                        ofDynamic.add(translator);
                    } else {
                        add(translator, all, problems);
                    }
                });
        return new LayerTranslators(all, ofDynamic, problems);
    }

    private static Remark faulty(Throwable fault) {
        return new Remark(Severity.WARNING, "dl4j.translator",
                "A contributed layer translator can't be loaded and is left out: " + fault.getMessage());
    }

    private static void add(LayerTranslator<?> translator, Map<Class<?>, LayerTranslator<?>> all,
            List<Remark> problems) {
        LayerTranslator<?> present = all.putIfAbsent(translator.type(), translator);
        if (present != null) {
            problems.add(new Remark(Severity.WARNING, "dl4j.translator",
                    "The layer translator " + translator.getClass().getName() + " is left out: "
                            + translator.type().getSimpleName() + " is translated by " + present.getClass().getName()
                            + "."));
        }
    }

    /** What there is to say about contributions that were left out. */
    List<Remark> remarks() {
        return remarks;
    }

    /**
     * Builds a layer with the translator for its type.
     *
     * @throws ReportedException if there is none
     */
    <L extends Layer> Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return MaskFlow.behind(layer, inputs, translatorOf(layer).translate(layer, inputs, output, plan));
    }

    @SuppressWarnings("unchecked")
    private <L extends Layer> LayerTranslator<L> translatorOf(L layer) {
        Class<?> generated = layer.eClass().getInstanceClass();
        LayerTranslator<?> translator = generated != null ? byType.get(generated)
                : dynamic.stream().filter(candidate -> candidate.describes(layer.eClass())).findFirst().orElse(null);
        if (translator == null) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The DL4J engine has no translator for layer '" + layer.getName() + "' of type "
                            + layer.eClass().getName() + ".",
                    "Install the plug-in that contributes this layer to the engine, or choose another engine.");
        }
        return (LayerTranslator<L>) translator;
    }
}
