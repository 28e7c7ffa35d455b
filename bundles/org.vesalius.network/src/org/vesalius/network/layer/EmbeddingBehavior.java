// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.Embedding;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

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
    protected ParameterCount parameters(Embedding embedding, Shape input) {
        return ParameterCount.trainable(Saturated.times(embedding.getVocabularySize(), embedding.getDimension()));
    }
}
