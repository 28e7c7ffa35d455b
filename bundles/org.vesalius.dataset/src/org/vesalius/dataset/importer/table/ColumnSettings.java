// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.importer.kind.ColumnOptions;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.NamedSetting;
import org.vesalius.dataset.importer.kind.NamedSettings;

/** What the user said about the columns of a table. */
record ColumnSettings(NamedSettings roles, NamedSettings types, NamedSettings units, NamedSettings marks,
        NamedSettings fills, NamedSettings categories, NamedSettings cells, NamedSettings atLeast, NamedSettings dropped,
        Optional<String> id, Optional<Character> decimal, NamedSettings values) {

    static ColumnSettings of(ImportRequest request) {
        return new ColumnSettings(roles(request), NamedSettings.of(request, "type"), NamedSettings.of(request, "unit"),
                ColumnOptions.marks(request),
                NamedSettings.of(request, "fill"), NamedSettings.of(request, "categories"), NamedSettings.of(request, "cells"),
                NamedSettings.of(request, "at-least"),
                plain(request, "leave-out"), request.text("id"), decimal(request),
                NamedSettings.of(request, "value"));
    }

    private static Optional<Character> decimal(ImportRequest request) {
        return request.text("decimal").map(sign -> switch (sign) {
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default -> throw refused("What stands before the decimals of numbers is 'point' or 'comma'.",
                    "Leave it away to have it found out.");
        });
    }

    private static NamedSettings plain(ImportRequest request, String option) {
        return new NamedSettings(option, request.texts(option).stream().map(name -> new NamedSetting(name, "")).toList());
    }

    private static NamedSettings roles(ImportRequest request) {
        Stream<NamedSetting> labels = request.texts("label").stream().map(name -> new NamedSetting(name, ColumnRole.LABEL.text()));
        Stream<NamedSetting> patients = request.texts("patient").stream()
                .map(name -> new NamedSetting(name, ColumnRole.PATIENT.text()));
        // what is said of a column by its role counts most
        return new NamedSettings("role", Stream.of(labels, patients, NamedSetting.of("role", request.texts("role")).stream())
                .flatMap(part -> part).toList());
    }

    /** The same with a column that says the subsets. */
    ColumnSettings dividedBy(String column) {
        List<NamedSetting> more = Stream.concat(roles.all().stream(), Stream.of(new NamedSetting(column, ColumnRole.SUBSET.text())))
                .toList();
        return new ColumnSettings(new NamedSettings(roles.option(), more), types, units, marks, fills, categories, cells, atLeast,
                dropped, id, decimal, values);
    }

    /** Refuses names that fit none of these columns. */
    void requireUsed(List<String> columns) {
        Stream.of(roles, types, units, marks, fills, categories, cells, atLeast, dropped)
                .forEach(settings -> settings.requireUsed(columns));
    }

    Optional<ColumnRole> role(String column) {
        return roles.of(column).map(ColumnOptions::role);
    }

    Optional<ColumnType> type(String column) {
        return types.of(column).map(ColumnOptions::type);
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
        Treatment treatment = ColumnOptions.constant(Treatment.values(), Treatment::text, way, "treatment of missing values");
        if (treatment == Treatment.CONSTANT) {
            throw refused("The constant for missing values of '" + column + "' is not given.", "Write constant:VALUE.");
        }
        return marked.treated(treatment, indicator);
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
