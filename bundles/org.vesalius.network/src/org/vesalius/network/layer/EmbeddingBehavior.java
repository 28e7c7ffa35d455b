// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Embedding;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** A row of codes in, one vector for each out; {@code vocabulary·dimension} weights. */
final class EmbeddingBehavior extends OneInputBehavior<Embedding> {
    EmbeddingBehavior() {
        super(Embedding.class);
    }

    @Override
    protected Shape outputShape(Embedding embedding, Shape input) throws ShapeMismatch {
        if (input.rank() != 1) {
            throw new Complaint(embedding).say("gets " + input.display()
                    + " but wants a row of codes; give the Input before it their number, such as 100.",
                    "An Embedding looks each number up as the code of a word, so it stands right behind an Input that"
                            + " holds a row of whole numbers.");
        }
        return Shape.sequence(input.size(0), embedding.getDimension());
    }

    @Override
    protected List<WeightSpec> weights(Embedding embedding, Shape input) {
        return List.of(WeightSpec.trained("embeddings", embedding.getVocabularySize(), embedding.getDimension()));
    }

    @Override
    protected OptionalLong flops(Embedding embedding, Shape input, Shape output) {
        return Flops.NONE;
    }
}
