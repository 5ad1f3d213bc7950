package io.github.statecraft.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.NaiveScore;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.RandomIndex;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds for every comparison, over random trees and random pairs of units with random holes. The oracle of common sets
 * and coverage effects is {@link NaiveScore}: the definitions once more, in 60 digits, on a table that has only the common
 * cells.
 */
class ComparisonPropertiesTest {
    private static final int RUNS = 40;

    /** The oracle in 60 digits is slow, so it judges this many. */
    private static final int JUDGED = 60;

    /** Half of the weight suffices, so that holes are many. */
    private static final MissingDataPolicy LENIENT =
            MissingDataPolicy.reweight(0.3, MissingDataPolicy.Scope.EVERY_PILLAR);

    private static final MissingDataPolicy WHATEVER_IS_THERE =
            MissingDataPolicy.reweight(1e-300, MissingDataPolicy.Scope.OVERALL);

    private record Case(ScoringFramework framework, IndicatorTable table, ScoreTable scores, Comparison comparison) {
        String first() {
            return comparison.first().unit();
        }

        String second() {
            return comparison.second().unit();
        }

        List<String> common() {
            return comparison.differences().stream()
                    .map(ContributionDifference::indicator)
                    .toList();
        }

        double score(String unit, IndexNode node) {
            return scores.score(unit, node.id()).orElseThrow();
        }

        boolean isScored(IndexNode node) {
            return scores.score(first(), node.id()).isPresent();
        }

        /** The score of one row that holds the common cells only, each read from one unit or the other. */
        BigDecimal naive(Function<String, String> unitOf) {
            IndicatorTable.Builder common = IndicatorTable.builder().unit("u");
            framework.columns().forEach(common::indicator);
            for (String id : common()) {
                common.value("u", id, table.value(unitOf.apply(id), id).orElseThrow());
            }
            return NaiveScore.of(framework.withMissing(WHATEVER_IS_THERE), common.build(), "u")
                    .orElseThrow();
        }
    }

    private static List<Case> cases(RandomIndex.Means means, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            ScoringFramework framework = RandomIndex.framework(random, means, LENIENT);
            IndicatorTable table = RandomIndex.table(random, framework, 0.6 * random.nextDouble());
            ScoreTable scores = framework.scoreAll(table);
            for (String first : scores.units()) {
                for (String second : scores.units()) {
                    boolean shared = scores.scorecard(first).contributions().stream()
                            .filter(c -> c.effectiveWeight() > 0)
                            .anyMatch(c -> scores.scorecard(second)
                                    .contribution(c.id())
                                    .isPresent());
                    if (!first.equals(second) && shared) {
                        cases.add(new Case(
                                framework,
                                table,
                                scores,
                                Comparison.between(scores.scorecard(first), scores.scorecard(second))));
                    }
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(RUNS);
        assertThat(cases.stream().filter(c -> !c.comparison().onlyFirst().isEmpty()))
                .hasSizeGreaterThan(RUNS);
        return cases;
    }

    /** Every so-manieth of them. */
    private static List<Case> some(List<Case> cases) {
        int step = Math.max(1, cases.size() / JUDGED);
        return IntStream.range(0, cases.size())
                .filter(i -> i % step == 0)
                .mapToObj(cases::get)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void linesAddUpToTheGapToTheLastBit(RandomIndex.Means means) {
        List<Case> cases = cases(means, 1);
        int toTheLastBit = 0;
        for (Case c : cases) {
            BigDecimal sum = Stream.concat(
                            c.comparison().differences().stream().map(ContributionDifference::points),
                            Stream.of(
                                    c.comparison().firstCoverageEffect(),
                                    c.comparison().secondCoverageEffect()))
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            double largest = Stream.concat(
                            c.comparison().differences().stream().map(d -> Math.abs(d.points())),
                            Stream.of(
                                    c.comparison().first().score(),
                                    c.comparison().second().score()))
                    .max(Double::compare)
                    .orElseThrow();
            toTheLastBit += sum.doubleValue() == c.comparison().gap() ? 1 : 0;
            assertThat(sum.doubleValue()).isCloseTo(c.comparison().gap(), within(Math.ulp(largest)));
            assertThat(c.comparison().gap())
                    .isEqualTo(c.comparison().first().score()
                            - c.comparison().second().score());
        }
        // all but those whose lines are all coarser than the gap, or finer than the rounding of the scores
        assertThat(toTheLastBit).isGreaterThan(cases.size() * 95 / 100);
    }

    @ParameterizedTest
    @EnumSource
    void coverageEffectsAreOwnScoresMinusScoresOnTheCommonSet(RandomIndex.Means means) {
        for (Case c : some(cases(means, 2))) {
            double first =
                    c.comparison().first().score() - c.naive(id -> c.first()).doubleValue();
            double second = c.naive(id -> c.second()).doubleValue()
                    - c.comparison().second().score();
            assertThat(c.comparison().firstCoverageEffect()).isCloseTo(first, within(1e-10));
            assertThat(c.comparison().secondCoverageEffect()).isCloseTo(second, within(1e-10));
            if (c.comparison().onlyFirst().isEmpty()) {
                assertThat(c.comparison().firstCoverageEffect()).isZero();
            }
        }
    }

    /** Where the score is linear, an indicator gives what replacing its value alone changes. */
    @ParameterizedTest
    @EnumSource(names = "ARITHMETIC")
    void aLineIsWhatExchangingThatValueAloneChanges(RandomIndex.Means means) {
        for (Case c : some(cases(means, 3))) {
            BigDecimal common = c.naive(id -> c.first());
            for (ContributionDifference d :
                    c.comparison().differences().stream().limit(4).toList()) {
                BigDecimal exchanged = c.naive(id -> id.equals(d.indicator()) ? c.second() : c.first());
                assertThat(d.points()).isCloseTo(common.subtract(exchanged).doubleValue(), within(1e-10));
            }
        }
    }

    /**
     * The formula once more, from the root down: the gap of a node is its weight in that of its parent, times the gap of the
     * parent below an arithmetic mean, times L(parent) ln(ratio of the node) below a geometric one, L = difference / ln(ratio).
     */
    @ParameterizedTest
    @EnumSource
    void linesAreThoseOfTheFormulaFollowedFromTheRootDown(RandomIndex.Means means) {
        int checked = 0;
        for (Case c : cases(means, 9)) {
            if (!c.comparison().onlyFirst().isEmpty()
                    || !c.comparison().onlySecond().isEmpty()) {
                continue;
            }
            Map<String, Double> expected = new TreeMap<>();
            divide(c, c.framework().index(), 1, expected);
            for (ContributionDifference d : c.comparison().differences()) {
                assertThat(d.points()).as(d.indicator()).isCloseTo(expected.get(d.indicator()), within(1e-9));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    /** Divides what a difference of one point at a node gives at the root among the indicators below. */
    private static void divide(Case c, IndexNode node, double worth, Map<String, Double> points) {
        double a = c.score(c.first(), node);
        double b = c.score(c.second(), node);
        if (node instanceof Pillar pillar) {
            List<IndexNode> there = pillar.children().stream()
                    .filter(child -> c.isScored(child))
                    .toList();
            double total = there.stream().mapToDouble(IndexNode::weight).sum();
            boolean geometric = pillar.aggregation() instanceof Aggregation.Geometric;
            for (IndexNode child : there) {
                double x = c.score(c.first(), child);
                double y = c.score(c.second(), child);
                double share = child.weight() / total;
                double passedOn = geometric ? logarithmicMean(a, b) / logarithmicMean(x, y) : 1;
                divide(c, child, share == 0 ? 0 : worth * share * passedOn, points);
            }
        } else {
            points.put(node.id(), worth * (a - b));
        }
    }

    private static double logarithmicMean(double a, double b) {
        return Math.abs(a - b) < 1e-7 * a ? (a + b) / 2 : (a - b) / Math.log(a / b);
    }

    /** Few levels and mirrored extras, so that lines and coverage effects are often of one size. */
    @Test
    void theOtherWayRoundTurnsEverySignWhereSizesTie() {
        Random random = new Random(11);
        for (int run = 0; run < 3_000; run++) {
            Pillar.Builder index = Pillar.builder().id("index");
            for (int i = 0; i < 5; i++) {
                index.addChildren(
                        Indicator.of("i" + i, Normalisation.goalposts(0, 100)).withWeight(1 + random.nextInt(3)));
            }
            ScoringFramework framework = RandomIndex.framework(random, RandomIndex.Means.ARITHMETIC, WHATEVER_IS_THERE)
                    .withIndex(index.build());
            IndicatorTable.Builder table = IndicatorTable.builder().unit("a").unit("b");
            for (int i = 0; i < 3; i++) {
                table.value("a", "i" + i, random.nextInt(100)).value("b", "i" + i, random.nextInt(100));
            }
            int extra = random.nextInt(100);
            table.value("a", "i3", extra).value("b", "i4", extra);
            ScoreTable scores = framework.scoreAll(table.build());
            Comparison one = Comparison.between(scores.scorecard("a"), scores.scorecard("b"));
            Comparison other = Comparison.between(scores.scorecard("b"), scores.scorecard("a"));
            assertThat(other.secondCoverageEffect()).isEqualTo(-one.firstCoverageEffect() + 0.0);
            assertThat(other.firstCoverageEffect()).isEqualTo(-one.secondCoverageEffect() + 0.0);
            assertThat(other.differences().stream().map(d -> d.indicator() + " " + (-d.points() + 0.0)))
                    .containsExactlyElementsOf(one.differences().stream()
                            .map(d -> d.indicator() + " " + d.points())
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOtherWayRoundTurnsEverySign(RandomIndex.Means means) {
        for (Case c : cases(means, 4)) {
            Comparison turned =
                    Comparison.between(c.comparison().second(), c.comparison().first());
            assertThat(turned.gap()).isEqualTo(-c.comparison().gap());
            assertThat(turned.differences().stream().map(d -> d.indicator() + " " + (-d.points() + 0.0)))
                    .containsExactlyElementsOf(c.comparison().differences().stream()
                            .map(d -> d.indicator() + " " + d.points())
                            .toList());
            assertThat(turned.firstCoverageEffect()).isEqualTo(-c.comparison().secondCoverageEffect() + 0.0);
            assertThat(turned.onlyFirst()).isEqualTo(c.comparison().onlySecond());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsAheadOnAnIndicatorHasItsPoints(RandomIndex.Means means) {
        for (Case c : cases(means, 5)) {
            for (ContributionDifference d : c.comparison().differences()) {
                double ahead = d.first().normalised() - d.second().normalised();
                assertThat(d.points() * ahead).isGreaterThanOrEqualTo(0);
                if (ahead == 0 || d.first().effectiveWeight() == 0) {
                    assertThat(d.points()).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyContributionOfEitherSideIsOnExactlyOneLine(RandomIndex.Means means) {
        for (Case c : cases(means, 6)) {
            List<Contribution> first = new ArrayList<>(c.comparison().onlyFirst());
            List<Contribution> second = new ArrayList<>(c.comparison().onlySecond());
            c.comparison().differences().forEach(d -> {
                first.add(d.first());
                second.add(d.second());
            });
            assertThat(first)
                    .containsExactlyInAnyOrderElementsOf(c.comparison().first().contributions());
            assertThat(second)
                    .containsExactlyInAnyOrderElementsOf(c.comparison().second().contributions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void printsWithinAHundredColumnsAndItsPointsAddUpAsPrinted(RandomIndex.Means means) {
        for (Case c : cases(means, 8)) {
            List<String> lines = c.comparison().toString().lines().toList();
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
            BigDecimal sum = BigDecimal.ZERO;
            for (String line : lines) {
                if (line.matches("(i\\d+|coverage effect, u\\d) .*[+-]?\\d+\\.\\d\\d")) {
                    sum = sum.add(new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)));
                }
                if (line.startsWith("gap ")) {
                    assertThat(new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)))
                            .isEqualByComparingTo(sum);
                }
            }
        }
    }
}
