// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.importer.kind.ImportRequest;

/** What the user said about the columns of a table. */
record ColumnSettings(NamedSettings roles, NamedSettings types, NamedSettings units, NamedSettings marks,
        NamedSettings fills, NamedSettings categories, NamedSettings cells, NamedSettings atLeast, NamedSettings dropped,
        Optional<String> id, NamedSettings renamed) {
    private static final String ANY = "*";

    static ColumnSettings of(ImportRequest request) {
        return new ColumnSettings(roles(request), named(request, "type"), named(request, "unit"), marks(request),
                named(request, "fill"), named(request, "categories"), named(request, "cells"), named(request, "at-least"),
                plain(request, "leave-out"), request.text("id"), named(request, "rename"));
    }

    private static NamedSettings named(ImportRequest request, String option) {
        return new NamedSettings(option, NamedSetting.of(option, request.texts(option)));
    }

    private static NamedSettings plain(ImportRequest request, String option) {
        return new NamedSettings(option, request.texts(option).stream().map(name -> new NamedSetting(name, "")).toList());
    }

    private static NamedSettings roles(ImportRequest request) {
        Stream<NamedSetting> labels = request.texts("label").stream().map(name -> new NamedSetting(name, ColumnRole.LABEL.text()));
        Stream<NamedSetting> patients = request.texts("patient").stream()
                .map(name -> new NamedSetting(name, ColumnRole.PATIENT.text()));
        return new NamedSettings("role", Stream.of(NamedSetting.of("role", request.texts("role")).stream(), labels, patients)
                .flatMap(part -> part).toList());
    }

    /** A mark without a column counts in all. */
    private static NamedSettings marks(ImportRequest request) {
        return new NamedSettings("missing", request.texts("missing").stream().map(text -> text.indexOf('=') > 0
                ? NamedSetting.of("missing", List.of(text)).get(0) : new NamedSetting(ANY, text)).toList());
    }

    /** Refuses names that fit none of these columns. */
    void requireUsed(List<String> columns) {
        Stream.of(roles, types, units, marks, fills, categories, cells, atLeast, dropped)
                .forEach(settings -> settings.requireUsed(columns));
    }

    Optional<ColumnRole> role(String column) {
        return roles.of(column).map(text -> constant(ColumnRole.values(), ColumnRole::text, text, "role"));
    }

    Optional<ColumnType> type(String column) {
        return types.of(column).map(text -> constant(ColumnType.values(), ColumnType::text, text, "type"));
    }

    private static <E> E constant(E[] all, Function<E, String> written, String text, String what) {
        return Arrays.stream(all).filter(one -> written.apply(one).equals(text)).findFirst()
                .orElseThrow(() -> refused("'" + text + "' is no " + what + " of a column.", "Use one of: "
                        + Arrays.stream(all).map(written).collect(Collectors.joining(", ")) + "."));
    }

    /** What is done about missing values of a column, with these marks. */
    MissingValues missing(String column, List<String> found) {
        MissingValues marked = MissingValues.marked(found);
        Optional<String> fill = fills.of(column);
        if (fill.isEmpty()) {
            return marked;
        }
        boolean indicator = fill.get().endsWith("+indicator");
        String way = fill.get().replaceAll("\\+indicator$", "");
        if (way.startsWith(Treatment.CONSTANT.text() + ":")) {
            return marked.filled(way.substring(Treatment.CONSTANT.text().length() + 1), indicator);
        }
        Treatment treatment = constant(Treatment.values(), Treatment::text, way, "treatment of missing values");
        if (treatment == Treatment.CONSTANT) {
            throw refused("The constant for missing values of '" + column + "' is not given.", "Write constant:VALUE.");
        }
        return marked.treated(treatment, indicator);
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
