package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the names' own examples, and SciPy. */
class RankingTest {
    private static Map<String, Double> scores(double... scores) {
        Map<String, Double> byUnit = new LinkedHashMap<>();
        for (double score : scores) {
            byUnit.put("u" + (char) ('a' + byUnit.size()), score);
        }
        return byUnit;
    }

    private static List<Double> ranks(Ranking.Ties ties, double... scores) {
        Ranking ranking = Ranking.of(scores(scores), ties);
        List<Double> ranks = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            ranks.add(ranking.rank("u" + (char) ('a' + i)));
        }
        return ranks;
    }

    /** "1224", "1223" and "1 2.5 2.5 4" ranking. */
    @ParameterizedTest
    @CsvSource({"STANDARD, 1, 2, 2, 4", "DENSE, 1, 2, 2, 3", "AVERAGE, 1, 2.5, 2.5, 4"})
    void ranksTiesAsTheirNameSays(Ranking.Ties ties, double a, double b, double c, double d) {
        assertThat(ranks(ties, 9, 7, 7, 1)).containsExactly(a, b, c, d);
    }

    /**
     * SciPy 1.17.1: {@code scipy.stats.rankdata(-x, method)} with min, dense and average; the first and the last are the
     * ties.method of R's rank().
     */
    @Test
    void ranksLikeSciPy() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
        assertThat(ranks(Ranking.Ties.STANDARD, x)).containsExactly(7d, 10d, 6d, 10d, 3d, 1d, 9d, 2d, 3d, 7d, 3d);
        assertThat(ranks(Ranking.Ties.DENSE, x)).containsExactly(5d, 7d, 4d, 7d, 3d, 1d, 6d, 2d, 3d, 5d, 3d);
        assertThat(ranks(Ranking.Ties.AVERAGE, x)).containsExactly(7.5, 10.5, 6d, 10.5, 4d, 1d, 9d, 2d, 4d, 7.5, 4d);
    }

    @Test
    void marksWhoIsTied() {
        assertThat(Ranking.of(scores(9, 7, 7, 1), Ranking.Ties.STANDARD).entries())
                .extracting(Ranking.Entry::tied)
                .containsExactly(false, true, true, false);
    }

    @Test
    void ranksFirstAndRoundsLast() {
        Ranking ranking = Ranking.of(scores(50, Math.nextUp(50.0), 50.004), Ranking.Ties.STANDARD);
        assertThat(ranking.entries()).extracting(Ranking.Entry::unit).containsExactly("uc", "ub", "ua");
        assertThat(ranking.entries()).extracting(Ranking.Entry::rank).containsExactly(1.0, 2.0, 3.0);
        assertThat(ranking.toString().lines().filter(line -> line.endsWith(" 50.00")))
                .hasSize(3);
    }

    /** Digits after the point by the largest score, by hand: 0.44 and 0.4401 are told apart. */
    @Test
    void narrowScoresArePrintedWithMoreDecimals() {
        assertThat(Ranking.of(scores(0.44, 0.4401), Ranking.Ties.STANDARD)).hasToString("""
                        rank  unit   score
                        ------------------
                           1  ub    0.4401
                           2  ua    0.4400""");
        assertThat(Ranking.of(scores(-9.5, 0.25), Ranking.Ties.STANDARD)).hasToString("""
                        rank  unit   score
                        ------------------
                           1  ub     0.250
                           2  ua    -9.500""");
        assertThat(Ranking.of(scores(90, 0.44, 0.4), Ranking.Ties.STANDARD).entries())
                .extracting(Ranking.Entry::toString)
                .containsExactly("1 ua 90.00", "2 ub 0.4400", "3 uc 0.4000");
    }

    @Test
    void ranksPrintedScoresWhereThatIsAskedFor() {
        Ranking ranking = Ranking.of(scores(50, Math.nextUp(50.0), 50.004, 50.01), Ranking.Ties.AVERAGE);
        assertThat(ranking.rounded(2).entries()).extracting(Ranking.Entry::rank).containsExactly(1.0, 3.0, 3.0, 3.0);
        assertThat(ranking.rounded(2).rank("ua")).isEqualTo(3);
        assertThat(ranking.rounded(0).rounded(0)).isEqualTo(ranking.rounded(0));
        assertThat(ranking.rounded(2).ties()).isEqualTo(Ranking.Ties.AVERAGE);
    }

    /** Half-even from the exact binary value: 0.125 and 0.375 are exact. */
    @Test
    void roundsHalfEven() {
        assertThat(Ranking.of(scores(0.125, 0.375), Ranking.Ties.STANDARD)
                        .rounded(2)
                        .entries())
                .extracting(Ranking.Entry::score)
                .containsExactly(0.38, 0.12);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16})
    void refusesToRoundToDecimalsAScoreDoesNotHave(int decimals) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(scores(1), Ranking.Ties.STANDARD).rounded(decimals))
                .withMessage("Ranking.rounded needs decimals in [0, 15] but was " + decimals);
    }

    @Test
    void theOrderOfScoresChangesNothing() {
        Map<String, Double> backwards = new LinkedHashMap<>();
        List<Map.Entry<String, Double>> entries =
                new ArrayList<>(scores(1, 0.0, 2, 2, -0.0, 3).entrySet());
        for (int i = entries.size() - 1; i >= 0; i--) {
            backwards.put(entries.get(i).getKey(), entries.get(i).getValue());
        }
        for (Ranking.Ties ties : Ranking.Ties.values()) {
            Ranking ranking = Ranking.of(scores(1, 0.0, 2, 2, -0.0, 3), ties);
            assertThat(Ranking.of(backwards, ties)).isEqualTo(ranking).hasSameHashCodeAs(ranking);
            assertThat(ranking.entries())
                    .extracting(Ranking.Entry::unit)
                    .containsExactly("uf", "uc", "ud", "ua", "ub", "ue");
            assertThat(ranking.rank("ub")).isEqualTo(ranking.rank("ue"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesScoresThatAreNotFinite(double score) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(scores(1, score), Ranking.Ties.STANDARD))
                .withMessageStartingWith("Ranking.score of ub must be finite but was ");
    }

    @Test
    void blocsHoldNoRank() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("EUU", "European Union", false)
                .unit("a")
                .unit("b")
                .value("EUU", "x", 99)
                .value("a", "x", 50)
                .value("b", "x", 60)
                .build();
        ScoreTable scores = ScoreFixtures.framework(ScoreFixtures.leaf("x", 1)).scoreAll(table);
        assertThat(scores.units()).containsExactly("EUU", "a", "b");
        assertThat(scores.score("EUU")).hasValue(99);
        assertThat(scores.ranking().rank("b")).isEqualTo(1);
        assertThat(scores.ranking().find("EUU")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.ranking().rank("EUU"))
                .withMessage("Ranking: 'EUU' holds no rank");
    }

    @Test
    void anUnknownUnitNamesTheNearest() {
        Ranking ranking = Ranking.of(Map.of("CHN", 1.0, "USA", 2.0), Ranking.Ties.STANDARD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranking.rank("CHM"))
                .withMessage("Ranking: 'CHM' holds no rank; nearest: CHN");
    }
}
