package io.github.statecraft.score;

import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.io.Serial;

/** A benchmark over the value, where lower is better: 1 at the benchmark, towards 0 for large values. */
final class ReciprocalScale extends Scale {
    @Serial
    private static final long serialVersionUID = 1L;

    private final double benchmark;
    private final OutputRange range;
    private final boolean isFitted;

    ReciprocalScale(ScaleFit fit, double benchmark, OutOfRange outOfRange, boolean isFitted) {
        super(fit.owner(), fit.method(), outOfRange);
        this.benchmark = benchmark;
        range = fit.range();
        this.isFitted = isFitted;
    }

    @Override
    boolean isBeyond(double value) {
        return !(value >= benchmark);
    }

    @Override
    boolean isDefined(double value) {
        return value > 0;
    }

    @Override
    double extended(double value) {
        return onTheWay(range.low(), range.high(), benchmark, value);
    }

    @Override
    double capped(double value) {
        return value >= benchmark ? extended(value) : range.high();
    }

    @Override
    double[] fitted() {
        return isFitted ? new double[] {benchmark} : new double[0];
    }
}
