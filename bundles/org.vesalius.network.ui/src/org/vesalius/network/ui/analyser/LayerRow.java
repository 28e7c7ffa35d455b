// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.OptionalLong;

import org.eclipse.emf.ecore.EClass;

/**
 * What the analyser says of one layer.
 *
 * @param id its id
 * @param name its name, behind the names of the blocks that hold it
 * @param type its type
 * @param typeLabel what the type is called
 * @param shape what it gives for one sample; empty while that is not known
 * @param elements how many numbers that is
 * @param parameters how many numbers it keeps
 * @param flops floating point operations for one sample
 * @param bytes memory for the result of one batch
 */
record LayerRow(String id, String name, EClass type, String typeLabel, String shape, OptionalLong elements,
        long parameters, OptionalLong flops, OptionalLong bytes) {
}
