package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import org.junit.jupiter.api.Test;

class SupposedScoresTest {
    private static final IndicatorTable TABLE = IndicatorTable.builder()
            .unit("x")
            .unit("y")
            .unit("z")
            .reading("x", "a", ScoreFixtures.reading(Estimate.of(20)))
            .value("y", "a", 40)
            .value("z", "a", 60)
            .value("x", "b", 5)
            .value("z", "b", 7)
            .build();

    @Test
    void replacesAValueAndLeavesReadingsBehind() {
        IndicatorTable other = TABLE.withValue("x", "a", 21);
        assertThat(other.value("x", "a")).hasValue(21);
        assertThat(other.value("y", "a")).hasValue(40);
        assertThat(TABLE.value("x", "a")).hasValue(20);
        assertThat(other.reading("x", "a")).isEmpty();
        assertThat(TABLE.reading("x", "a")).isPresent();
        assertThat(other.withValues("b", new int[] {0, 2}, new double[] {1, 2}).value("z", "b"))
                .hasValue(2);
    }

    @Test
    void fillsNoGap() {
        assertThatThrownBy(() -> TABLE.withValue("y", "b", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b of y is missing and stays so");
        assertThatThrownBy(() -> TABLE.withValue("x", "a", Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> TABLE.withValues("a", new int[] {1}, new double[0]))
                .hasMessageContaining("1 rows and 0 values");
    }

    @Test
    void refusesRowsThatThereAreNotAndRowsNamedTwice() {
        assertThatThrownBy(() -> TABLE.withValues("a", new int[] {0, 3}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IndicatorTable.withValues.rows of a must be from 0 to 2 but one was 3");
        assertThatThrownBy(() -> TABLE.withValues("a", new int[] {-1}, new double[] {1}))
                .hasMessageContaining("from 0 to 2 but one was -1");
        assertThatThrownBy(() -> TABLE.withValues("a", new int[] {1, 1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IndicatorTable.withValues.rows of a must name each row once but named 1 (y) twice");
    }

    @Test
    void bringsWhatIsRefusedToTheEndOfTheScale() {
        ScoreTable scored =
                framework(Indicator.of("a", Normalisation.goalposts(10, 70))).scoreAll(TABLE);
        assertThat(scored.supposing(TABLE.withValue("x", "a", 9)).score("x")).hasValue(0);
        assertThat(scored.supposing(TABLE.withValue("x", "a", 700)).score("x")).hasValue(100);
        // by hand: (25 - 10) / 60 of the way
        assertThat(scored.supposing(TABLE.withValue("x", "a", 25)).score("x")).hasValue(25);
        assertThatThrownBy(() -> scored.fitted().scoreAll(TABLE.withValue("x", "a", 9)))
                .hasMessageContaining("beyond");
    }

    @Test
    void takesTheNearestOfSomeLevels() {
        Normalisation levels = Normalisation.ordinalMap(ImmutableSortedMap.of(20.0, 0.0, 40.0, 50.0, 60.0, 100.0));
        ScoreTable scored = framework(Indicator.of("a", levels)).scoreAll(TABLE);
        assertThat(scored.supposing(TABLE.withValue("x", "a", 31)).score("x")).hasValue(50);
        assertThat(scored.supposing(TABLE.withValue("x", "a", 30)).score("x")).hasValue(0);
        assertThat(scored.supposing(TABLE.withValue("x", "a", -3)).score("x")).hasValue(0);
        assertThat(scored.supposing(TABLE.withValue("x", "a", 61)).score("x")).hasValue(100);
    }

    @Test
    void takesTheLimitOfALogarithm() {
        Indicator logged = Indicator.of("a", Normalisation.goalposts(0, 5))
                .withTreatments(Treatment.log(Treatment.LogForm.NATURAL));
        ScoreTable scored = framework(logged).scoreAll(TABLE);
        assertThat(scored.supposing(TABLE.withValue("x", "a", 0)).score("x")).hasValue(0);
        assertThat(scored.supposing(TABLE).score("x")).isEqualTo(scored.score("x"));
    }

    @Test
    void givesTheSameBitsForTheSameValues() {
        Indicator root = Indicator.of("a", Normalisation.minMax()).withTreatments(Treatment.power(0.5));
        ScoreTable scored = framework(root).scoreAll(TABLE);
        assertThat(scored.isOwnReference()).isTrue();
        for (String unit : TABLE.units()) {
            assertThat(scored.supposing(TABLE).score(unit)).isEqualTo(scored.score(unit));
        }
    }

    @Test
    void knowsWhetherItLooksAtOtherRows() {
        assertThat(framework(Indicator.of("a", Normalisation.goalposts(0, 100)))
                        .scoreAll(TABLE)
                        .isOwnReference())
                .isFalse();
        ScoringFramework weighted = framework(ScoreFixtures.pillar(
                        "index",
                        Indicator.of("a", Normalisation.goalposts(0, 100)),
                        Indicator.of("b", Normalisation.goalposts(0, 100)))
                .withWeighting(Weighting.standardDeviation()));
        IndicatorTable full = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .unit("z")
                .values("a", 0, 20, 40, 60)
                .values("b", 0, 5, 6, 8)
                .build();
        ScoreTable own = weighted.scoreAll(full);
        assertThat(own.isOwnReference()).isTrue();
        assertThat(own.fitted().scoreAll(full.withValue("x", "a", 30)).isOwnReference())
                .isFalse();
        // the weights follow the values: of two columns that vary alike after the change each weighs a half
        ScoreTable alike = own.supposing(full.withValues("a", new int[] {0, 1, 2}, new double[] {5, 6, 8}));
        assertThat(alike.fitted().weights().get("a")).isEqualTo(0.5);
    }
}
