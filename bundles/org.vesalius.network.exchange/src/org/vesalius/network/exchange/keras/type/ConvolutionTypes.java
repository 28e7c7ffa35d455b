// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.NetworkPackage.Literals;

/** Convolutions, and what makes images larger or smaller by copying and cutting. */
final class ConvolutionTypes {
    private ConvolutionTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                dilated("Conv1D", Literals.CONVOLUTION1_D).kernel("kernel").build(),
                dilated("Conv2D", Literals.CONVOLUTION2_D).kernel("kernel").build(),
                dilated("Conv3D", Literals.CONVOLUTION3_D).kernel("kernel").build(),
                dilated("SeparableConv2D", Literals.SEPARABLE_CONVOLUTION2_D)
                        .value("depth_multiplier", "depthMultiplier").kernel("depthwise")
                        .passedOver("pointwise_initializer", "kernel_initializer")
                        .omitted("pointwise_regularizer", "the 1×1 kernel has no regularizer of its own")
                        .omitted("pointwise_constraint", "the 1×1 kernel has no constraint of its own").build(),
                depthwise(),
                transposed("Conv1DTranspose", Literals.TRANSPOSED_CONVOLUTION1_D),
                transposed("Conv2DTranspose", Literals.TRANSPOSED_CONVOLUTION2_D),
                transposed("Conv3DTranspose", Literals.TRANSPOSED_CONVOLUTION3_D),
                KerasType.of("ZeroPadding1D", Literals.ZERO_PADDING1_D).margins("padding", "start", "end").build(),
                KerasType.of("ZeroPadding2D", Literals.ZERO_PADDING2_D).channelsLast()
                        .margins("padding", "top", "bottom", "left", "right").build(),
                KerasType.of("ZeroPadding3D", Literals.ZERO_PADDING3_D).channelsLast()
                        .margins("padding", "front", "back", "top", "bottom", "left", "right").build(),
                KerasType.of("Cropping1D", Literals.CROPPING1_D).margins("cropping", "start", "end").build(),
                KerasType.of("Cropping2D", Literals.CROPPING2_D).channelsLast()
                        .margins("cropping", "top", "bottom", "left", "right").build(),
                KerasType.of("Cropping3D", Literals.CROPPING3_D).channelsLast()
                        .margins("cropping", "front", "back", "top", "bottom", "left", "right").build(),
                KerasType.of("UpSampling1D", Literals.UP_SAMPLING1_D).value("size", "factor").build(),
                KerasType.of("UpSampling2D", Literals.UP_SAMPLING2_D).channelsLast().value("size", "factor")
                        .values("interpolation").build(),
                KerasType.of("UpSampling3D", Literals.UP_SAMPLING3_D).channelsLast().value("size", "factor").build());
    }

    private static KerasType.Builder dilated(String keras, EClass type) {
        return convolution(keras, type).value("dilation_rate", "dilation").only("groups", "1");
    }

    private static KerasType transposed(String keras, EClass type) {
        return convolution(keras, type).required("strides", "stride").only("dilation_rate", "1").only("groups", "1")
                .only("output_padding", "null").kernel("kernel").build();
    }

    private static KerasType.Builder convolution(String keras, EClass type) {
        return KerasType.of(keras, type).channelsLast().required("filters", "filters")
                .required("kernel_size", "kernelSize").value("strides", "stride").values("padding", "activation")
                .value("use_bias", "useBias").passedOver("bias_initializer", "input_dim", "input_length");
    }

    private static KerasType depthwise() {
        return KerasType.of("DepthwiseConv2D", Literals.DEPTHWISE_CONVOLUTION2_D).channelsLast()
                .required("kernel_size", "kernelSize")
                .value("strides", "stride").value("dilation_rate", "dilation")
                .value("depth_multiplier", "depthMultiplier").values("padding", "activation")
                .value("use_bias", "useBias").kernel("depthwise").only("groups", "1")
                .passedOver("bias_initializer").build();
    }
}
