// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.block.edit.MovedReferences;

/** References lead to the same file from another folder of the project, and are left alone elsewhere. */
class MovedReferencesTest {
    private static final Path PROJECT = Path.of("work", "lab").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "a.network, nets/b.network, blocks/x.block, ../blocks/x.block",
        "nets/a.network, b.network, ../blocks/x.block, blocks/x.block",
        "nets/a.network, nets/deep/b.network, x.block, ../x.block",
        "nets/a.network, blocks/b.block, ../blocks/./x.block, x.block",
        "nets/a.network, nets/b.network, ../nets/x.block, ../nets/x.block",
        "nets/a.network, b.network, ../../other/x.block, ../../other/x.block",
        "nets/a.network, ../other/b.network, x.block, x.block",
        "../other/a.network, b.network, x.block, x.block"})
    void aPathStartsFromTheNewFolderWithinAProject(String from, String to, String path, String expected) {
        BlockReference reference = NetworkFactory.eINSTANCE.createBlockReference();
        reference.setPath(path);
        assertThat(move(reference, from, to)).isEqualTo(!path.equals(expected));
        assertThat(reference.getPath()).isEqualTo(expected);
    }

    @Test
    void whatIsNoPathInAProjectStays() {
        for (String path : new String[] {null, "", "/etc/x.block", "a\0b.block"}) {
            BlockReference reference = NetworkFactory.eINSTANCE.createBlockReference();
            reference.setPath(path);
            assertThat(move(reference, "a.network", "nets/b.network")).isFalse();
            assertThat(reference.getPath()).isEqualTo(path);
        }
    }

    /** The reference lies in a block in a block, as deep ones have to move, too. */
    private static boolean move(BlockReference reference, String from, String to) {
        Block inner = NetworkFactory.eINSTANCE.createBlock();
        inner.getLayers().add(reference);
        Block outer = NetworkFactory.eINSTANCE.createBlock();
        outer.getLayers().add(inner);
        return new MovedReferences(PROJECT, PROJECT.resolve(from), PROJECT.resolve(to)).apply(outer);
    }
}
