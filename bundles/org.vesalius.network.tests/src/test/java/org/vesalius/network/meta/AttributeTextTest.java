// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/** What people type into the fields of attributes. */
class AttributeTextTest {
    private final AttributeText rate = new AttributeText(Literals.DROPOUT__RATE);
    private final AttributeText units = new AttributeText(Literals.DENSE__UNITS);

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "' 1e-3 ', 0.001", "0, 0", ".5, 0.5"})
    void readsNumbers(String typed, double value) {
        assertThat(rate.fault(typed)).isEmpty();
        assertThat(rate.parse(typed)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "NaN", "Infinity", "1e999", "0.1d", "0x1p-3", "0,001", "1", "-1"})
    void refusesWhatIsNoRateAndSaysWhy(String typed) {
        assertThat(rate.fault(typed)).hasValueSatisfying(fault -> assertThat(fault).isNotBlank());
        assertThatIllegalArgumentException().isThrownBy(() -> rate.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "1.5", "3000000000", "ten"})
    void refusesWhatIsNoNumberOfUnits(String typed) {
        assertThat(units.fault(typed)).isPresent();
    }

    @Test
    void namesWhatIsExpected() {
        assertThat(units.fault("")).contains("enter a whole number");
        assertThat(units.fault(" ten")).contains("\"ten\" is not a whole number");
        assertThat(rate.fault("1")).contains("must be 0 to 0.99");
        assertThat(new AttributeText(Literals.CONVOLUTION2_D__KERNEL_SIZE).fault("3x")).contains(
                "\"3x\" is not a size such as 3×3");
    }

    @Test
    void namesTheLimitOfWhatIsTooLargeForAnyComputer() {
        assertThat(units.fault("99999999999")).contains("must be 1 to 1000000");
        assertThat(rate.fault("1e999")).contains("must be 0 to 0.99");
        assertThat(new AttributeText(Literals.CONVOLUTION2_D__KERNEL_SIZE).fault("3x3000000000"))
                .contains("must be 1 to 1024");
        assertThat(units.fault("1.99999999999")).contains("\"1.99999999999\" is not a whole number");
    }

    @Test
    void notANumberIsRefusedWhereNothingIsLimited() {
        EAttribute unlimited = EcoreFactory.eINSTANCE.createEAttribute();
        unlimited.setName("shift");
        unlimited.setEType(EcorePackage.Literals.EDOUBLE);
        assertThat(new AttributeText(unlimited).fault("NaN")).contains("\"NaN\" is not a number");
    }

    @Test
    void readsSizesAndShapesAsTheyAreShown() {
        AttributeText kernel = new AttributeText(Literals.CONVOLUTION2_D__KERNEL_SIZE);
        assertThat(kernel.parse("3×5")).isEqualTo(new Size2D(3, 5));
        assertThat(kernel.fault("0×3")).isPresent();
        AttributeText voxels = new AttributeText(Literals.CONVOLUTION3_D__KERNEL_SIZE);
        assertThat(voxels.parse("1×3×5")).isEqualTo(new Size3D(1, 3, 5));
        assertThat(voxels.fault("1×0×5")).contains("must be 1 to 1024");
        assertThat(voxels.fault("1×2")).contains("\"1×2\" is not a size such as 3×3×3");
        assertThat(AttributeText.format(new Size3D(1, 3, 5))).isEqualTo("1×3×5");
        AttributeText order = new AttributeText(Literals.PERMUTE__ORDER);
        assertThat(order.parse("2, 1")).isEqualTo(AxisOrder.valueOf("2,1"));
        assertThat(order.fault("2,2")).contains("\"2,2\" is not an order of axes such as 2,1");
        AttributeText shape = new AttributeText(Literals.INPUT__SHAPE);
        assertThat(shape.parse(AttributeText.format(Shape.image(128, 96, 3)))).isEqualTo(Shape.image(128, 96, 3));
    }

    @Test
    void textIsTakenAsItIs() {
        AttributeText name = new AttributeText(Literals.LAYER__NAME);
        assertThat(name.isText()).isTrue();
        assertThat(name.parse(" a b ")).isEqualTo(" a b ");
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "1.0E-8, 1e-8", "10.0, 10", "0.9, 0.9", "1.5E-7, 1.5e-7"})
    void writesNumbersAsPeopleDo(double value, String text) {
        assertThat(AttributeText.format(value)).isEqualTo(text);
    }
}
