package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.RandomIndex.Means;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties over random trees, weights and holes with fixed seeds; oracle of scores: {@link NaiveScore}. */
class ScoringPropertiesTest {
    private static final long SEED = 20261124;
    private static final int RUNS = 60;
    /** The promise for geometric means, relative to the score. */
    private static final double GEOMETRIC_TOLERANCE = 1e-12;

    private static final double WEIGHT_TOLERANCE = 1e-12;

    private record Case(Random random, Means means, ScoringFramework framework, IndicatorTable table) {
        ScoreTable scores() {
            return framework.scoreAll(table);
        }
    }

    static Stream<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (Means means : Means.values()) {
            settings.add(Arguments.of(means, MissingDataPolicy.strict(), 0.0));
            settings.add(Arguments.of(means, MissingDataPolicy.strict(), 0.02));
            settings.add(
                    Arguments.of(means, MissingDataPolicy.reweight(0.4321, MissingDataPolicy.Scope.EVERY_PILLAR), 0.3));
            settings.add(Arguments.of(means, MissingDataPolicy.reweight(0.4321, MissingDataPolicy.Scope.OVERALL), 0.3));
        }
        return settings.stream();
    }

    private static Stream<Case> cases(Means means, MissingDataPolicy policy, double holes) {
        return Stream.iterate(0, run -> run + 1).limit(RUNS).map(run -> {
            Random random = new Random(SEED + run);
            ScoringFramework framework = RandomIndex.framework(random, means, policy);
            return new Case(random, means, framework, RandomIndex.table(random, framework, holes));
        });
    }

    @ParameterizedTest
    @MethodSource("settings")
    void scoresLikeTheDefinitions(Means means, MissingDataPolicy policy, double holes) {
        int[] scored = {0};
        cases(means, policy, holes).forEach(c -> {
            ScoreTable scores = c.scores();
            for (String unit : c.table().units()) {
                Optional<BigDecimal> expected = NaiveScore.of(c.framework(), c.table(), unit);
                OptionalDouble score = scores.score(unit);
                assertThat(score.isPresent()).isEqualTo(expected.isPresent());
                assertThat(scores.unscored().containsKey(unit)).isEqualTo(expected.isEmpty());
                if (expected.isPresent()) {
                    scored[0]++;
                    assertThat(score.orElseThrow() / expected.get().doubleValue())
                            .isCloseTo(1, within(GEOMETRIC_TOLERANCE));
                }
            }
        });
        assertThat(scored[0]).isGreaterThan(RUNS / 2);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void contributionsAddUpToTheScore(Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).forEach(c -> {
            ScoreTable scores = c.scores();
            for (String unit : scores.units()) {
                Scorecard card = scores.scorecard(unit);
                BigDecimal sum = card.contributions().stream()
                        .map(Contribution::points)
                        .map(BigDecimal::new)
                        .reduce(new BigDecimal(card.baseline()), BigDecimal::add);
                assertSameBits(card.score(), scores.score(unit).orElseThrow());
                if (means == Means.ARITHMETIC) {
                    assertThat(card.baseline()).isZero();
                    assertSameBits(sum.doubleValue(), card.score());
                } else {
                    assertThat(sum.doubleValue() / card.score()).isCloseTo(1, within(GEOMETRIC_TOLERANCE));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("settings")
    void orderOfChildrenRowsAndColumnsChangesNoBit(Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).forEach(c -> {
            ScoringFramework framework =
                    c.framework().withIndex(RandomIndex.shuffled(c.framework().index(), c.random()));
            assertSameScores(framework.scoreAll(RandomIndex.shuffled(c.table(), c.random())), c.scores());
        });
    }

    @ParameterizedTest
    @MethodSource("settings")
    void weightsTimesAPowerOfTwoChangeNoBit(Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).forEach(c -> {
            ScoringFramework framework =
                    c.framework().withIndex(RandomIndex.rescaled(c.framework().index(), c.random()));
            assertSameScores(framework.scoreAll(c.table()), c.scores());
        });
    }

    /** Steps from one unit in the last place to the whole range. */
    @ParameterizedTest
    @MethodSource("settings")
    void aBetterValueNeverLowersTheScoreAndAWorseNeverRaisesIt(Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).forEach(c -> {
            ScoreTable before = c.scores();
            for (String unit : before.units()) {
                Indicator leaf = c.framework()
                        .indicators()
                        .get(c.random().nextInt(c.framework().indicators().size()));
                OptionalDouble value = c.table().value(unit, leaf.indicator());
                if (value.isEmpty()) {
                    continue;
                }
                double higher = c.random().nextBoolean()
                        ? Math.nextUp(value.getAsDouble())
                        : value.getAsDouble() + c.random().nextDouble() * (100 - value.getAsDouble());
                double lower = c.random().nextBoolean()
                        ? Math.max(0, Math.nextDown(value.getAsDouble()))
                        : c.random().nextDouble() * value.getAsDouble();
                boolean up = leaf.direction() == Direction.HIGHER_IS_BETTER;
                double score = before.score(unit).orElseThrow();
                assertThat(changed(c, unit, leaf, up ? higher : lower)).isGreaterThanOrEqualTo(score);
                assertThat(changed(c, unit, leaf, up ? lower : higher)).isLessThanOrEqualTo(score);
            }
        });
    }

    private static double changed(Case c, String unit, Indicator leaf, double value) {
        IndicatorTable.Builder table = IndicatorTable.builder().unit(unit);
        for (String column : c.table().indicators()) {
            table.indicator(column);
            OptionalDouble old = c.table().value(unit, column);
            if (column.equals(leaf.indicator())) {
                table.value(unit, column, value);
            } else if (old.isPresent()) {
                table.value(unit, column, old.getAsDouble());
            }
        }
        return c.framework().scoreAll(table.build()).score(unit).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void addingOrRemovingAUnitChangesNoOtherBit(Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).forEach(c -> {
            ScoreTable all = c.scores();
            List<String> fewer = c.table().units().subList(1, 4);
            ScoreTable some = c.framework()
                    .scoreAll(RandomIndex.copy(c.table(), fewer, c.table().indicators())
                            .build());
            for (String unit : fewer) {
                assertThat(some.score(unit)).isEqualTo(all.score(unit));
                assertThat(some.unscored().get(unit)).isEqualTo(all.unscored().get(unit));
                if (all.score(unit).isPresent()) {
                    assertThat(some.scorecard(unit)).isEqualTo(all.scorecard(unit));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("settings")
    void effectiveWeightsSumToOneAndCoverageIsOneWhereNothingIsMissing(
            Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).forEach(c -> {
            ScoreTable scores = c.scores();
            for (String unit : scores.units()) {
                Scorecard card = scores.scorecard(unit);
                assertThat(card.contributions().stream()
                                .mapToDouble(Contribution::effectiveWeight)
                                .sum())
                        .isCloseTo(1, within(WEIGHT_TOLERANCE));
                assertThat(card.contributions().size() + card.missing().size())
                        .isEqualTo(c.framework().indicators().size());
                assertThat(card.coverage()).isPositive().isLessThanOrEqualTo(1);
                boolean weighty = card.missing().keySet().stream()
                        .anyMatch(id -> statedWeight(c.framework().index(), id) > 0);
                assertThat(card.coverage() == 1).isEqualTo(!weighty);
            }
        });
    }

    /** The product of the shares of weight from the root to a leaf; 0 if it is not below. */
    private static double statedWeight(IndexNode node, String leaf) {
        if (node instanceof Indicator) {
            return node.id().equals(leaf) ? 1 : 0;
        }
        Pillar pillar = (Pillar) node;
        double total = pillar.children().stream().mapToDouble(IndexNode::weight).sum();
        return pillar.children().stream()
                .mapToDouble(child -> child.weight() / total * statedWeight(child, leaf))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void printedPointsAddUpAsPrinted(Means means, MissingDataPolicy policy, double holes) {
        cases(means, policy, holes).limit(20).forEach(c -> {
            ScoreTable scores = c.scores();
            for (String unit : scores.units()) {
                Scorecard card = scores.scorecard(unit);
                List<BigDecimal> points = new ArrayList<>();
                Optional<BigDecimal> total = Optional.empty();
                for (String line : card.toString().split("\n", -1)) {
                    String[] cells = line.trim().split(" +", -1);
                    BigDecimal last = cells[cells.length - 1].matches("-?\\d+\\.\\d\\d")
                            ? new BigDecimal(cells[cells.length - 1])
                            : BigDecimal.ZERO;
                    if (cells[0].equals("score")) {
                        total = Optional.of(last);
                        break;
                    } else if (cells[0].equals("(baseline)") || cells[0].matches("i\\d+")) {
                        points.add(last);
                    }
                }
                assertThat(points)
                        .hasSize(card.contributions().size()
                                + (means == Means.ARITHMETIC || card.baseline() == 0 ? 0 : 1));
                assertThat(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(total.orElseThrow());
            }
        });
    }

    private static void assertSameScores(ScoreTable actual, ScoreTable expected) {
        for (String unit : expected.table().units()) {
            for (String node : nodes(expected.framework().index(), new ArrayList<>())) {
                assertThat(actual.score(unit, node)).as(unit + " " + node).isEqualTo(expected.score(unit, node));
            }
            if (expected.score(unit).isPresent()) {
                Scorecard a = actual.scorecard(unit);
                Scorecard e = expected.scorecard(unit);
                assertThat(a.contributions()).hasSameSizeAs(e.contributions());
                for (Contribution c : e.contributions()) {
                    Contribution same = a.contribution(c.id()).orElseThrow();
                    assertSameBits(same.points(), c.points());
                    assertSameBits(same.effectiveWeight(), c.effectiveWeight());
                }
                assertSameBits(a.coverage(), e.coverage());
                assertThat(a.interval()).isEqualTo(e.interval());
                assertThat(a.missing()).containsExactlyInAnyOrderEntriesOf(e.missing());
            }
        }
    }

    private static List<String> nodes(IndexNode node, List<String> ids) {
        ids.add(node.id());
        if (node instanceof Pillar pillar) {
            pillar.children().forEach(child -> nodes(child, ids));
        }
        return ids;
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(expected));
    }
}
