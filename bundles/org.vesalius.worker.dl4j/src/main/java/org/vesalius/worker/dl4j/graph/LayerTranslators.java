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

    /**
     * Those of the packages that jars on the class path contribute, ours among them, in its order. A package that can't
     * be loaded is left out, and so is a translator for a type that has one already, lest results change unseen; a
     * remark says so.
     */
    public static LayerTranslators installed(ClassLoader loader) {
        Collected collected = new Collected();
        new Services<>(TranslatorPackage.class, loader, collected::faulty).load().forEach(collected::add);
        return collected.translators();
    }

    /** Those of one package. */
    public static LayerTranslators of(TranslatorPackage translators) {
        Collected collected = new Collected();
        collected.add(translators);
        return collected.translators();
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

    /** What packages contribute, while it is added up. */
    private static final class Collected {
        private final Map<Class<?>, LayerTranslator<?>> byType = new HashMap<>();
        private final List<LayerTranslator<?>> dynamic = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();

        LayerTranslators translators() {
            return new LayerTranslators(byType, dynamic, remarks);
        }

        void faulty(Throwable fault) {
            remark("A contributed package of layer translators can't be loaded and is left out: " + fault.getMessage());
        }

        void add(TranslatorPackage contributed) {
            try {
                contributed.translators().forEach(this::add);
            } catch (RuntimeException | LinkageError e) {
                faulty(e);
            }
        }

        private void add(LayerTranslator<?> translator) {
            if (translator.type() == Layer.class) {
                dynamic.add(translator);
                return;
            }
            LayerTranslator<?> present = byType.putIfAbsent(translator.type(), translator);
            if (present != null) {
                remark("The layer translator " + translator.getClass().getName() + " is left out: "
                        + translator.type().getSimpleName() + " is translated by " + present.getClass().getName() + ".");
            }
        }

        private void remark(String message) {
            remarks.add(new Remark(Severity.WARNING, "dl4j.translator", message));
        }
    }
}
