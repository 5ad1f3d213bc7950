package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scorecard says why an indicator is missing, above all where somebody did give a figure. Worked out by hand. */
class WhyMissingTest {
    private static final ScoringFramework FRAMEWORK = ScoreFixtures.framework(
                    Indicator.of("gerd_pct_gdp", Normalisation.goalposts(0, 10)),
                    Indicator.of("genai_user_share_pct", Normalisation.goalposts(0, 100)),
                    Indicator.of("notable_models_count", Normalisation.goalposts(0, 10))
                            .withDenomination(Denomination.per("population", 1e6, "models per million people")))
            .withMissing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL));

    private static Observation assumed(double value, Unit unit, int year) {
        return Observation.of(Estimate.of(value), unit, Year.of(year), Evidence.assumption("what if it came to that"));
    }

    private static NationalAiStrategy portugal() {
        return NationalAiStrategy.of(Jurisdiction.of("PRT"))
                .with("gerd_pct_gdp", assumed(2, Unit.PERCENT, 2026))
                .with("genai_user_share_pct", assumed(80, Unit.PERCENT, 2035), assumed(9, Unit.PERCENT, 2012))
                .with("notable_models_count", assumed(1, Unit.COUNT, 2026));
    }

    /** 2035 is after the as-of year 2026, 2012 more than six years before. */
    @Test
    void namesTheYearsOfFiguresThatAreNotRead() {
        Scorecard card = FRAMEWORK.score(portugal());
        assertThat(card.missing())
                .containsExactly(
                        entry("genai_user_share_pct", "2 observations, of 2012, 2035, none read by LATEST as of 2026"),
                        entry("notable_models_count", "no population"));
        assertThat(card.toString().replaceAll("\\s+", " "))
                .contains(
                        "Missing: genai_user_share_pct (2 observations, of 2012, 2035, none read by LATEST as of 2026), "
                                + "notable_models_count (no population).");
    }

    @Test
    void aTableSaysSoOfWhoHasNoScoreAtAll() {
        ScoreTable table = FRAMEWORK
                .withMissing(MissingDataPolicy.strict())
                .scoreAll(List.of(portugal().with("population", assumed(10e6, Unit.PERSONS, 2040))));
        assertThat(table.unscored().get("PRT"))
                .contains("(2 observations, of 2012, 2035, none read by LATEST as of 2026)")
                .contains(
                        "notable_models_count (no population: 1 observation, of 2040, none read by LATEST as of 2026)");
    }

    /** The note of an assumption is the question that was asked. */
    @Test
    void printsWhatWasAssumed() {
        assertThat(FRAMEWORK.score(portugal()).toString().replaceAll("\\s+", " "))
                .contains("[1] the user, Assumption, EXPERT, LOW: what if it came to that");
    }
}
