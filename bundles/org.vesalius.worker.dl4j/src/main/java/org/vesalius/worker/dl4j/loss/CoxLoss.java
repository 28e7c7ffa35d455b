// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import java.util.stream.IntStream;
import org.vesalius.evaluation.survival.CoxLikelihood;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;
import org.vesalius.evaluation.survival.SurvivalTimes;
import org.vesalius.network.Loss;

/**
 * Minus the logarithm of Cox's partial likelihood over the samples of a batch. A target is a time and 1 for an event,
 * 0 for the end of a follow-up; a sample with a weight of 0 isn't compared.
 *
 * @param likelihood the likelihood
 * @param activation from the number to the logarithm of the hazard
 */
record CoxLoss(CoxLikelihood likelihood, RowActivation activation) implements BatchLoss {
    private static final int TIME_AND_EVENT = 2;

    static CoxLoss of(Loss loss, RowActivation activation) {
        return new CoxLoss(new CoxLikelihood(loss == Loss.COX_EFRON ? Ties.EFRON : Ties.BRESLOW), activation);
    }

    @Override
    public int targetColumns(int columns) {
        return TIME_AND_EVENT;
    }

    @Override
    public double evaluate(BatchNumbers batch, double factor) {
        double[] logHazards = activated(batch);
        int[] compared = IntStream.range(0, batch.samples()).filter(i -> batch.weight(TIME_AND_EVENT * i) > 0).toArray();
        double[] times = new double[compared.length];
        boolean[] events = new boolean[compared.length];
        double[] hazards = new double[compared.length];
        for (int i = 0; i < compared.length; i++) {
            times[i] = batch.targets()[TIME_AND_EVENT * compared[i]];
            events[i] = batch.targets()[TIME_AND_EVENT * compared[i] + 1] > 0;
            hazards[i] = logHazards[compared[i]];
        }
        double known = factor * batch.known(TIME_AND_EVENT);
        CoxLikelihood.Value value = likelihood.at(new SurvivalTimes(times, events), hazards);
        for (int i = 0; i < compared.length; i++) {
            double[] gradient = {-known * value.gradient()[i]};
            activation.backward(new double[] {hazards[i]}, gradient);
            batch.gradients()[compared[i]] = gradient[0];
        }
        return -known * value.logLikelihood();
    }

    private double[] activated(BatchNumbers batch) {
        double[] outputs = new double[batch.samples()];
        double[] one = new double[1];
        for (int i = 0; i < outputs.length; i++) {
            activation.apply(new double[] {batch.before()[i]}, one);
            outputs[i] = one[0];
            batch.outputs()[i] = (float) one[0];
        }
        return outputs;
    }
}
