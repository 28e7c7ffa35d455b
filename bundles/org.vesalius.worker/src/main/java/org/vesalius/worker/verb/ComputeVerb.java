// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.vesalius.experiment.run.NetworkQuestion;
import org.vesalius.worker.compute.AnsweredQuestion;
import org.vesalius.worker.device.DeviceUse;
import org.vesalius.worker.run.WorkerContext;

/** {@code compute}: what the network of a {@link NetworkQuestion} on standard input says about what it is given. */
public final class ComputeVerb implements Verb {
    private final WorkerContext context;
    private final InputStream in;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param in gives the question
     * @param result gets what was read and computed
     */
    public ComputeVerb(WorkerContext context, InputStream in, ResultOutput result) {
        this.context = context;
        this.in = in;
        this.result = result;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        NetworkQuestion question = NetworkQuestion.read(in);
        QuestionDevice device = new QuestionDevice(context, result);
        result.write(new AnsweredQuestion(question, context).answer(
                () -> device.take(question.device(), DeviceUse.prediction(Path.of(question.network())))));
        return OK;
    }
}
