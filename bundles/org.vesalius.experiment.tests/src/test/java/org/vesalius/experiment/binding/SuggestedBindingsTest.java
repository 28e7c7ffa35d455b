// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.network.Input;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

class SuggestedBindingsTest {
    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final Shape PICTURE = Shape.image(8, 8, 1);
    private static final Column IMAGE = Column.image("x-ray", "image", Map.of());
    private static final Column VOLUME = new Column("scan", ColumnType.ARRAY, ColumnRole.INPUT, "npy", Map.of(), List.of());
    private static final Column AGE = Column.number("age", ColumnRole.INPUT, "years");
    private static final Column SEX = Column.category("sex", ColumnRole.INPUT, List.of("f", "m"));
    private static final Column MASK = new Column("lesion", ColumnType.IMAGE, ColumnRole.LABEL, "image", Map.of(), List.of());
    private static final Column X = Column.number("x", ColumnRole.LABEL, "mm");
    private static final Column Y = Column.number("y", ColumnRole.LABEL, "mm");
    private static final Column GRADE = Column.label("grade", List.of("1", "2", "3"));
    private static final Column DEAD = Column.label("dead", List.of("no", "yes"));
    private static final Column MONTHS = Column.number("months", ColumnRole.TIME, "months");
    private static final Column RELAPSE = Column.category("relapse", ColumnRole.EVENT, List.of("no", "yes"));

    private final NetworkBuilder network = new NetworkBuilder("it");

    @Test
    void arraysGoIntoInputsOfTheirKindAndRecordsIntoVectors() {
        input("picture", PICTURE).input("volume", Shape.valueOf("depth:4 height:4 width:4 channels:1"))
                .input("record", Shape.vector(3));

        assertThat(suggested(AGE, SEX, VOLUME, IMAGE)).containsExactly("picture<x-ray auto", "volume<scan auto",
                "record<age standardised", "record<sex auto");
    }

    @Test
    void outputsTakeWhatTheirShapeAndLossAreFor() {
        input("picture", PICTURE).output("mask", PICTURE, Loss.DICE).output("place", Shape.vector(2), Loss.MEAN_SQUARED_ERROR)
                .output("stage", Shape.vector(3), Loss.CATEGORICAL_CROSS_ENTROPY)
                .output("outcome", Shape.vector(1), Loss.BINARY_CROSS_ENTROPY)
                .output("risk", Shape.vector(1), Loss.COX_EFRON);

        assertThat(suggested(IMAGE, DEAD, GRADE, X, Y, MASK, MONTHS, RELAPSE)).containsExactly("picture<x-ray auto",
                "mask<lesion auto", "place<x standardised", "place<y standardised", "stage<grade auto",
                "outcome<dead auto", "risk<months auto", "risk<relapse auto");
    }

    @Test
    void labelsAreTakenTogetherWhereThereIsAUnitForEach() {
        input("picture", PICTURE).output("findings", Shape.vector(2), Loss.BINARY_CROSS_ENTROPY);

        assertThat(suggested(IMAGE, DEAD, Column.label("cough", List.of("no", "yes"))))
                .containsExactly("picture<x-ray auto", "findings<dead auto", "findings<cough auto");
    }

    @Test
    void oneOfSeveralCategoriesIsALabelByItselfHoweverManyLabelsThereAre() {
        input("picture", PICTURE).output("stage", Shape.vector(3), Loss.CATEGORICAL_CROSS_ENTROPY);

        assertThat(suggested(IMAGE, DEAD, Column.label("cough", List.of("no", "yes")), GRADE))
                .containsExactly("picture<x-ray auto", "stage<grade auto");
    }

    @Test
    void namesComeFirstAndTwoLayersAreBoundToTwoColumns() {
        input("lateral", PICTURE).input("frontal", PICTURE).output("dead", Shape.vector(1), Loss.BINARY_CROSS_ENTROPY)
                .output("other", Shape.vector(1), Loss.BINARY_CROSS_ENTROPY);

        assertThat(suggested(IMAGE, Column.image("frontal", "image", Map.of()), Column.label("cough", List.of("no", "yes")),
                DEAD)).containsExactly("lateral<x-ray auto", "frontal<frontal auto", "dead<dead auto", "other<cough auto");
    }

    @Test
    void countsStayAsTheyAre() {
        input("picture", PICTURE).output("nodes", Shape.vector(1), Loss.POISSON);

        assertThat(suggested(IMAGE, Column.number("count", ColumnRole.LABEL, ""))).containsExactly("picture<x-ray auto",
                "nodes<count auto");
    }

    private SuggestedBindingsTest input(String name, Shape shape) {
        Input input = LAYERS.createInput();
        input.setShape(shape);
        network.addBehind(name, input);
        return this;
    }

    /** An output that says what an input of its shape holds. */
    private SuggestedBindingsTest output(String name, Shape shape, Loss loss) {
        Output output = LAYERS.createOutput();
        output.setLoss(loss);
        input("in_" + name, shape);
        network.addBehind(name, output, "in_" + name);
        return this;
    }

    private List<String> suggested(Column... columns) {
        Network built = network.build();
        return SuggestedBindings.all(List.of(columns), built, new NetworkAnalyser(StandardLayers.catalog()).analyse(built))
                .stream().filter(binding -> !binding.getLayer().startsWith("in_"))
                .map(binding -> binding.getLayer() + "<" + binding.getColumn() + " " + binding.getEncoding().getLiteral())
                .toList();
    }
}
