package io.github.statecraft.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.MissingDataPolicy;
import io.github.statecraft.score.NaiveScore;
import io.github.statecraft.score.RandomIndex;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private record Case(ScoringFramework framework, IndicatorTable table, Comparison comparison) {
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
            double finest = c.comparison().differences().stream()
                    .mapToDouble(ContributionDifference::points)
                    .filter(x -> x != 0)
                    .map(Math::ulp)
                    .min()
                    .orElse(0);
            double largest = c.comparison().differences().stream()
                    .mapToDouble(d -> Math.abs(d.points()))
                    .max()
                    .orElseThrow();
            if (finest <= Math.ulp(c.comparison().gap())) {
                toTheLastBit++;
                assertThat(sum.doubleValue()).isEqualTo(c.comparison().gap());
            } else {
                assertThat(sum.doubleValue()).isCloseTo(c.comparison().gap(), within(Math.ulp(largest)));
            }
            assertThat(c.comparison().gap())
                    .isEqualTo(c.comparison().first().score()
                            - c.comparison().second().score());
        }
        assertThat(toTheLastBit).isGreaterThan(cases.size() * 9 / 10);
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
                if (ahead == 0) {
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
