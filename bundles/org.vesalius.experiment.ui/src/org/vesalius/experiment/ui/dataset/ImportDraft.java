// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.NamedSetting;
import org.vesalius.dataset.importer.kind.SourceGlance;

/** What was chosen in the wizard so far: files, their kind, and what is said about them. */
final class ImportDraft {

    private final List<ImportKind> kinds;
    private List<Path> sources = List.of();
    private Optional<SourceGlance> glance = Optional.empty();
    private Optional<ImportKind> kind = Optional.empty();
    private final Map<String, List<String>> settings = new TreeMap<>();

    ImportDraft(List<ImportKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    List<ImportKind> kinds() {
        return kinds;
    }

    /** Takes other files, about which nothing is said yet. */
    void choose(List<Path> files, SourceGlance seen) {
        sources = List.copyOf(files);
        glance = Optional.of(seen);
        forget();
    }

    /** Takes another kind of files, about which nothing is said yet. */
    void choose(ImportKind chosen) {
        if (!kind.equals(Optional.of(chosen))) {
            kind = Optional.of(chosen);
            forget();
        }
    }

    void forgetKind() {
        kind = Optional.empty();
        forget();
    }

    void chooseNothing() {
        sources = List.of();
        glance = Optional.empty();
    }

    /** Values that the files suggest take the place of those that are usual. */
    private void forget() {
        settings.clear();
        kind.ifPresent(chosen -> chosen.options().stream().filter(option -> !option.fallback().isEmpty())
                .forEach(option -> proposals(option).stream().findFirst().ifPresent(value -> set(option, List.of(value)))));
    }

    List<Path> sources() {
        return sources;
    }

    Optional<SourceGlance> glance() {
        return glance;
    }

    Optional<ImportKind> kind() {
        return kind;
    }

    /** The kind that suits the files best, the first of equals; empty if none does. */
    Optional<ImportKind> likeliest() {
        return glance.flatMap(seen -> kinds.stream().filter(each -> each.fit(seen) == ImportKind.Fit.LIKELY).findFirst()
                .or(() -> kinds.stream().filter(each -> each.fit(seen) == ImportKind.Fit.POSSIBLE).findFirst()));
    }

    /** Values that the files suggest for an option. */
    List<String> proposals(ImportOption option) {
        return glance.flatMap(seen -> kind.map(chosen -> chosen.proposals(seen))).map(all -> all.get(option.name()))
                .orElse(List.of());
    }

    /** What was said for an option. */
    List<String> values(ImportOption option) {
        return settings.getOrDefault(option.name(), List.of());
    }

    /** Says something for an option; nothing, or what is usual, is not said. */
    void set(ImportOption option, List<String> values) {
        List<String> said = values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
        if (said.isEmpty() || said.equals(List.of(option.fallback()))) {
            settings.remove(option.name());
        } else {
            settings.put(option.name(), said);
        }
    }

    /** Says these values of a column in the place of what was said of it alone. */
    void say(ImportOption option, String column, List<String> values) {
        List<String> said = new ArrayList<>(values(option));
        said.removeIf(text -> NamedSetting.in(text).filter(setting -> setting.name().equals(column)).isPresent());
        values.forEach(value -> said.add(new NamedSetting(column, value).text()));
        set(option, said);
    }

    ImportRequest request(Path out, String name) {
        return new ImportRequest(sources, out, name, settings);
    }
}
