// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;

/** What a designer has open: nothing until a network was read, and another one when its file is read again. */
final class OpenedDesign {
    private final List<Consumer<AnalysisSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private Optional<Design> design = Optional.empty();
    private Consumer<Design> waiting = opened -> {};

    Optional<Design> now() {
        return design;
    }

    boolean is(Design other) {
        return design.filter(opened -> opened == other).isPresent();
    }

    void open(Design opened) {
        close();
        design = Optional.of(opened);
    }

    void close() {
        design.ifPresent(Design::close);
        design = Optional.empty();
    }

    /** Does something now or as soon as a network was read. */
    void whenOpen(Consumer<Design> task) {
        design.ifPresentOrElse(task, () -> waiting = waiting.andThen(task));
    }

    /** Does what waited for a network. */
    void catchUp() {
        Consumer<Design> tasks = waiting;
        waiting = opened -> {};
        design.ifPresent(tasks);
    }

    AnalysisSnapshot analysis() {
        return design.map(opened -> opened.analysis().current()).orElseGet(AnalysisSnapshot::nothing);
    }

    void addListener(Consumer<AnalysisSnapshot> listener) {
        listeners.add(listener);
    }

    void removeListener(Consumer<AnalysisSnapshot> listener) {
        listeners.remove(listener);
    }

    void tell(AnalysisSnapshot snapshot) {
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    boolean isTyping() {
        return design.filter(opened -> opened.edits().isTyping()).isPresent();
    }

    /** Takes what is typed in the Properties view. */
    void finishEntry() {
        design.ifPresent(opened -> opened.edits().finish());
    }
}
