// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.Analyses;

/**
 * Operations of published designs for one image of 224×224, in billions of multiplications with addition: torchvision's
 * table of models; ResNet-50 as He et al. draw it (the stride in the first convolution of a block) from their table 1,
 * MobileNet and EfficientNet-B0 from their papers. The published figures leave out normalisation, functions and
 * poolings, which are a few hundredths of the whole.
 */
class PublishedFlopsTest {
    @ParameterizedTest
    @CsvSource({"vgg-16, 15.47", "resnet-18, 1.81", "resnet-34, 3.66", "resnet-50, 3.8", "densenet-121, 2.83",
        "mobilenet, 0.569", "efficientnet-b0, 0.39"})
    void areThoseOfTheDesign(String id, double billions) {
        long flops = Analyses.of(new NetworkTemplates().create(id)).totalFlops().orElseThrow();
        assertThat(flops / 2e9).isCloseTo(billions, withinPercentage(3));
    }
}
