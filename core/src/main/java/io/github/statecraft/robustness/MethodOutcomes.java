package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gathers the runs of a {@link MethodDesign}: ranks of all units, values and indices of the outputs, errors. */
final class MethodOutcomes {
    private final MethodDesign design;
    private final IndicatorTable table;
    private final MethodRuns runs;
    private final ImmutableList<MethodDesign.Output> outputs;
    private final ImmutableList<String> factors;
    private final boolean[] isRanked;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private long failed;

    MethodOutcomes(
            MethodDesign design, IndicatorTable table, MethodRuns runs, ImmutableList<MethodDesign.Output> outputs) {
        this.design = design;
        this.table = table;
        this.runs = runs;
        this.outputs = outputs;
        factors = design.varied().keySet().asList();
        isRanked = new boolean[table.units().size()];
        for (int row = 0; row < isRanked.length; row++) {
            isRanked[row] = table.isRanked(table.units().get(row));
        }
        for (MethodDesign.Output output : outputs) {
            if (output instanceof MethodDesign.Output.Rank rank && !isRanked[row(rank.unit())]) {
                throw new IllegalArgumentException(
                        "MethodDesign: " + Problems.quote(rank.unit()) + " is a bloc and holds no rank");
            }
            if (output instanceof MethodDesign.Output.Score score) {
                row(score.unit());
            }
            if (output instanceof MethodDesign.Output.Difference difference) {
                row(difference.unit());
                row(difference.other());
            }
        }
    }

    private int row(String unit) {
        int row = table.units().indexOf(unit);
        if (row < 0) {
            String nearest = Problems.nearest(unit, table.units());
            throw new IllegalArgumentException(
                    "MethodDesign: no unit " + Problems.quote(unit) + (nearest.isEmpty() ? "" : "; " + nearest));
        }
        return row;
    }

    MethodResult result(Progress progress) {
        MethodResult.Builder result = design.isFinite() ? enumerated(progress) : sampled(progress);
        if (result.counted() == failed) {
            throw new IllegalArgumentException(
                    "MethodDesign of " + design.framework().id() + ": no combination can be scored; "
                            + failures.entrySet().iterator().next());
        }
        addStatedRanks(result);
        return result.failures(ImmutableMap.copyOf(failures), failed).build();
    }

    private MethodResult.Builder enumerated(Progress progress) {
        List<MethodRuns.Run> all = runs.enumerated(design.sampling().threads(), progress);
        MethodResult.Builder result = builder(all.size());
        double[][] values = new double[outputs.size()][all.size()];
        ImmutableList.Builder<String> labels = ImmutableList.builder();
        for (int number = 0; number < all.size(); number++) {
            MethodRuns.Run run = all.get(number);
            String label = runs.label(number);
            labels.add(label);
            if (!run.error().isEmpty()) {
                failures.put(label, run.error());
                failed++;
            } else {
                result.count(ranks(run.scores()));
            }
            for (int output = 0; output < values.length; output++) {
                values[output][number] = value(outputs.get(output), run.scores());
            }
        }
        result.combinations(labels.build());
        for (int output = 0; output < values.length; output++) {
            result.add(outputs.get(output), ImmutableDoubleArray.copyOf(values[output]), exact(values[output]));
        }
        return result;
    }

    private @Nullable SobolIndices exact(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN)
                ? null
                : FactorialIndices.of(factors, runs.levels(), values);
    }

    private MethodResult.Builder sampled(Progress progress) {
        SobolAnalysis sampling = design.sampling();
        SaltelliDesign points = SaltelliDesign.of(runs.coordinates(), sampling.size(), sampling.seed());
        runs.fit(sampling.threads());
        int units = isRanked.length;
        double[][][] scores = points.run(units + 1, sampling.threads(), progress, point -> {
            MethodRuns.Run run = runs.at(point);
            double[] withFlag = Arrays.copyOf(run.scores(), units + 1);
            withFlag[units] = run.error().isEmpty() ? 0 : 1;
            return withFlag;
        });
        addFailures(points, scores[units]);
        int ofRow = points.factors() + SaltelliDesign.MIXED;
        double[][][] values = new double[outputs.size()][ofRow][sampling.size()];
        MethodResult.Builder result = builder(2L * sampling.size());
        failed = 0;
        for (int row = 0; row < sampling.size(); row++) {
            for (int point = 0; point < ofRow; point++) {
                double[] own = new double[units];
                for (int unit = 0; unit < units; unit++) {
                    own[unit] = scores[unit][point][row];
                }
                boolean isBase = point < SaltelliDesign.MIXED;
                if (isBase && scores[units][point][row] == 0) {
                    result.count(ranks(own));
                } else if (isBase) {
                    failed++;
                }
                for (int output = 0; output < values.length; output++) {
                    values[output][point][row] = value(outputs.get(output), own);
                }
            }
        }
        for (int output = 0; output < values.length; output++) {
            ImmutableDoubleArray base = ImmutableDoubleArray.builder(2 * sampling.size())
                    .addAll(ImmutableDoubleArray.copyOf(values[output][SaltelliDesign.A]))
                    .addAll(ImmutableDoubleArray.copyOf(values[output][SaltelliDesign.B]))
                    .build();
            boolean isWhole = Arrays.stream(values[output])
                    .flatMapToDouble(Arrays::stream)
                    .noneMatch(Double::isNaN);
            result.add(
                    outputs.get(output), base, isWhole ? JansenEstimators.of(factors, values[output], sampling) : null);
        }
        return result;
    }

    /** One error for each combination of alternatives that has any. */
    private void addFailures(SaltelliDesign points, double[][] flags) {
        for (int row = 0; row < points.size(); row++) {
            for (int point = 0; point < flags.length; point++) {
                if (flags[point][row] != 0) {
                    double[] at = points.points(row)[point];
                    String label = runs.label(runs.combinationAt(at));
                    if (!failures.containsKey(label)) {
                        failures.put(label, runs.at(at).error());
                    }
                }
            }
        }
    }

    private MethodResult.Builder builder(long counted) {
        ImmutableMap.Builder<String, String> units = ImmutableMap.builder();
        for (int row = 0; row < isRanked.length; row++) {
            if (isRanked[row]) {
                String unit = table.units().get(row);
                units.put(unit, table.label(unit));
            }
        }
        MethodResult.Builder result = new MethodResult.Builder(design, units.buildOrThrow(), counted);
        runs.coverage().ifPresent(result::coverage);
        return result;
    }

    private void addStatedRanks(MethodResult.Builder result) {
        try {
            ScoreTable stated = design.framework().scoreAll(table);
            stated.ranking().entries().forEach(entry -> result.statedRank(entry.unit(), entry.rank()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // the framework as it is stands in no run; its ranks stay empty
            result.unstated(String.valueOf(e.getMessage()));
        }
    }

    /** Of the units that hold a rank, in their order: one more than are strictly ahead; 0 without a score. */
    private int[] ranks(double[] scores) {
        double[] ranked = IntStream.range(0, scores.length)
                .filter(row -> isRanked[row])
                .mapToDouble(row -> scores[row])
                .toArray();
        int[] ranks = new int[ranked.length];
        for (int unit = 0; unit < ranked.length; unit++) {
            ranks[unit] = Double.isNaN(ranked[unit]) ? 0 : 1 + ahead(ranked, ranked[unit]);
        }
        return ranks;
    }

    private static int ahead(double[] scores, double score) {
        int ahead = 0;
        for (double other : scores) {
            ahead += other > score ? 1 : 0;
        }
        return ahead;
    }

    /** NaN if there is none. */
    private double value(MethodDesign.Output output, double[] scores) {
        if (output instanceof MethodDesign.Output.Score score) {
            return scores[row(score.unit())];
        }
        if (output instanceof MethodDesign.Output.Difference difference) {
            return scores[row(difference.unit())] - scores[row(difference.other())];
        }
        double own = scores[row(((MethodDesign.Output.Rank) output).unit())];
        double[] ranked = IntStream.range(0, scores.length)
                .filter(row -> isRanked[row])
                .mapToDouble(row -> scores[row])
                .toArray();
        return Double.isNaN(own) ? Double.NaN : 1 + ahead(ranked, own);
    }

    @Override
    public String toString() {
        return "outcomes of " + design;
    }
}
