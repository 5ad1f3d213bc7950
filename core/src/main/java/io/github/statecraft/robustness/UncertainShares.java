package io.github.statecraft.robustness;

import io.github.statecraft.Progress;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.ScoreTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Exact shares of weightings, as means over draws of the data. */
final class UncertainShares {
    /** Draws that are worked at together at least. */
    private static final int SMALLEST_PART = 32;

    /** So many numbers are kept for all parts together at most, but for one part. */
    private static final int MOST_NUMBERS = 10_000_000;

    private final WeightSpace space;
    private final CriteriaDraws values;
    private final DataUncertainty method;
    private final Progress progress;

    private UncertainShares(WeightSpace space, CriteriaDraws values, DataUncertainty method, Progress progress) {
        this.space = space;
        this.values = values;
        this.method = method;
        this.progress = progress;
    }

    static UncertainShares of(ScoreTable table, WeightSet weights, DataUncertainty method, Progress progress) {
        Criteria criteria = Criteria.of(table).complete();
        return new UncertainShares(
                WeightSpace.of(criteria).within(weights), CriteriaDraws.of(table, criteria), method, progress);
    }

    private interface Answer {
        /** Answers one draw. */
        double[] of(double[][] linear);
    }

    private interface Answers {
        /** Starts a part, for one thread. */
        Answer start();
    }

    private DrawMeans means(int size, Answers answers) {
        int draws = method.draws();
        int most = Math.max(1, MOST_NUMBERS / size);
        int count = Math.min(most, (draws + SMALLEST_PART - 1) / SMALLEST_PART);
        int units = space.criteria().units().size();
        int criteria = space.criteria().criteria().size();
        List<DrawMeans> parts = Parts.all(count, method.threads(), progress, part -> {
            DrawMeans means = new DrawMeans(size);
            Answer answer = answers.start();
            double[][] linear = new double[units][criteria];
            int end = (int) ((long) draws * (part + 1) / count);
            for (int draw = (int) ((long) draws * part / count); draw < end; draw++) {
                values.draw(RandomBits.of(method.seed(), draw), linear);
                means.add(answer.of(linear));
            }
            return means;
        });
        DrawMeans all = parts.get(0);
        parts.subList(1, parts.size()).forEach(all::add);
        return all;
    }

    PairwiseWinning pairwise() {
        int units = space.criteria().units().size();
        int pairs = units * units;
        DrawMeans means = means(2 * pairs, () -> {
            ExactShares exact = new ExactShares(space.region());
            return linear -> sharesAndTies(exact.pairs(linear), units);
        });
        double[] all = means.means();
        double[] errors = means.standardErrors();
        return PairwiseWinning.of(
                space.criteria(),
                space.weights(),
                inWords(),
                Arrays.copyOf(all, pairs),
                Arrays.copyOfRange(all, pairs, 2 * pairs),
                Arrays.copyOf(errors, pairs));
    }

    /** The shares, and behind them 1 for each pair of units that are alike on every criterion. */
    private static double[] sharesAndTies(double[] shares, int units) {
        double[] both = Arrays.copyOf(shares, 2 * shares.length);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                both[shares.length + i * units + j] = shares[i * units + j] == 0 && shares[j * units + i] == 0 ? 1 : 0;
            }
        }
        return both;
    }

    FirstRankShares first() {
        int units = space.criteria().units().size();
        int criteria = space.criteria().criteria().size();
        DrawMeans means = means(units * (1 + criteria), () -> {
            RegionGeometry measure = RegionGeometry.ofMeasure(space.region(), "shares of first rank");
            return linear -> sharesAndCentres(measure, linear);
        });
        double[] all = means.means();
        double[][] centres = new double[units][0];
        for (int unit = 0; unit < units; unit++) {
            if (all[unit] > 0) {
                centres[unit] = Arrays.copyOfRange(all, units + unit * criteria, units + (unit + 1) * criteria);
                for (int i = 0; i < criteria; i++) {
                    centres[unit][i] /= all[unit];
                }
            }
        }
        return FirstRankShares.estimated(
                space.criteria(),
                space.weights(),
                "Exact" + inWords().substring("exact".length()) + ".",
                Arrays.copyOf(all, units),
                Arrays.copyOf(means.standardErrors(), units),
                centres);
    }

    /** The shares, and behind them by unit the central weights times the share. */
    private static double[] sharesAndCentres(RegionGeometry measure, double[][] linear) {
        int criteria = linear[0].length;
        int[] kept = IntStream.range(0, linear.length)
                .filter(unit -> Arrays.stream(linear).noneMatch(rival -> isDominated(linear[unit], rival)))
                .toArray();
        double[][] rows = Arrays.stream(kept)
                .mapToObj(unit -> Arrays.stream(linear[unit]).map(x -> x + 0.0).toArray())
                .toArray(double[][]::new);
        List<FirstRankRegions.Region> regions = FirstRankRegions.of(measure, rows);
        double[] both = new double[linear.length * (1 + criteria)];
        for (int i = 0; i < kept.length; i++) {
            FirstRankRegions.Region region = regions.get(i);
            both[kept[i]] = region.share();
            for (int k = 0; k < region.centre().length(); k++) {
                both[linear.length + kept[i] * criteria + k] =
                        region.share() * region.centre().get(k);
            }
        }
        return both;
    }

    /** Whether a rival is nowhere behind and ahead somewhere: then a unit is first on no more than an edge of the weights. */
    private static boolean isDominated(double[] row, double[] rival) {
        boolean isAhead = false;
        for (int i = 0; i < row.length; i++) {
            if (rival[i] < row[i]) {
                return false;
            }
            isAhead |= rival[i] > row[i];
        }
        return isAhead;
    }

    /** How, in a sentence for print. */
    private String inWords() {
        return "exact over the weights, mean of " + Numbers.grouped(method.draws()) + " draws of the data, seed "
                + method.seed() + "; " + values;
    }

    @Override
    public String toString() {
        return "shares under uncertain data, " + inWords();
    }
}
