// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.Encoding;
import org.vesalius.network.Connection;
import org.vesalius.network.Embedding;
import org.vesalius.network.Input;
import org.vesalius.network.Loss;
import org.vesalius.network.Output;
import org.vesalius.network.shape.Shape;

/** The encoding that column and layer suggest where a binding leaves it open. */
final class AutoEncoding {
    private static final Set<Loss> OF_CATEGORIES =
            EnumSet.of(Loss.BINARY_CROSS_ENTROPY, Loss.CATEGORICAL_CROSS_ENTROPY, Loss.DICE, Loss.FOCAL);

    private static final Set<Loss> OF_SURVIVAL =
            EnumSet.of(Loss.COX_EFRON, Loss.COX_BRESLOW, Loss.DISCRETE_HAZARDS);

    private AutoEncoding() {
    }

    /** That of a column that feeds an input. */
    static Encoding of(Column column, Input layer) {
        if (!column.separator().isEmpty()) {
            return Encoding.MULTI_LABEL;
        }
        return switch (column.type()) {
            case IMAGE, ARRAY -> Encoding.ARRAY;
            case CATEGORY -> layer.getOutgoing().stream().map(Connection::getTarget)
                    .anyMatch(Embedding.class::isInstance) ? Encoding.INDEX : Encoding.ONE_HOT;
            default -> Encoding.NUMBER;
        };
    }

    /**
     * That of a column that an output is compared with.
     *
     * @param columns all columns of the output
     */
    static Encoding of(Column column, Output layer, Shape shape, List<Column> columns) {
        if (!column.separator().isEmpty()) {
            return Encoding.MULTI_LABEL;
        }
        if (ofSurvival(layer.getLoss()) && columns.size() == 2) {
            return tellsEvents(column) ? Encoding.EVENT : Encoding.TIME;
        }
        return switch (column.type()) {
            case IMAGE, ARRAY -> OF_CATEGORIES.contains(layer.getLoss()) ? Encoding.MASK : Encoding.ARRAY;
            case CATEGORY -> columns.size() > 1 || shape.rank() > 0 && shape.last().known() && shape.last().size() == 1
                    ? Encoding.INDEX : Encoding.ONE_HOT;
            default -> Encoding.NUMBER;
        };
    }

    private static boolean ofSurvival(Loss loss) {
        return OF_SURVIVAL.contains(loss);
    }

    private static boolean tellsEvents(Column column) {
        return column.role() == ColumnRole.EVENT || column.type() == ColumnType.CATEGORY;
    }
}
