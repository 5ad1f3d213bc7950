package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A file with every method is read as it says; with one mistake it is refused by one clear error, with several by one for
 * each. Each case changes texts of the fixture; the expected values, places and fragments are written by hand.
 */
class BadMethodsTest {
    private static final String FIXTURE = Fixtures.text("framework-1-methods.json");

    /** Makes the changes {@code from => to}, separated by {@code |}; each replaces the first occurrence. */
    private static String changed(String changes) {
        String result = FIXTURE;
        for (String change : Splitter.on('|').split(changes.replace('`', '"'))) {
            int arrow = change.indexOf("=>");
            String from = change.substring(0, arrow);
            assertThat(result).contains(from);
            int at = result.indexOf(from);
            result = result.substring(0, at) + change.substring(arrow + 2) + result.substring(at + from.length());
        }
        return result;
    }

    @Test
    void theFixtureOfEveryMethodIsReadForEver() {
        ScoringFramework read = FrameworkFiles.parse(FIXTURE, TextFormat.JSON);
        Pillar index = read.index();
        assertThat(index.weighting())
                .isEqualTo(new Weighting.AnalyticHierarchy(
                        ImmutableList.of("values", "scores", "means"),
                        ImmutableList.of(
                                ImmutableList.of(1.0, 2.0, 4.0),
                                ImmutableList.of(0.5, 1.0, 2.0),
                                ImmutableList.of(0.25, 0.5, 1.0)),
                        Weighting.Priorities.GEOMETRIC_MEAN,
                        0.2));
        assertThat(index.aggregation())
                .isEqualTo(Aggregation.choquet(ImmutableList.of(
                        new Aggregation.Interaction("values", "scores", 0.25),
                        new Aggregation.Interaction("scores", "means", -0.1))));
        assertThat(read.missing()).isEqualTo(MissingDataPolicy.proportional(0.6));
        Pillar values = (Pillar) read.node("values");
        assertThat(values.weighting()).isEqualTo(Weighting.equal());
        assertThat(values.aggregation()).isEqualTo(new Aggregation.Geometric(50, Aggregation.OnZero.ZERO));
        assertThat(values.missing()).contains(MissingDataPolicy.minimumCount(2, MissingDataPolicy.Scope.EVERY_PILLAR));
        Indicator research = (Indicator) read.node("gerd_ppp_usd_bn");
        assertThat(research.weight()).as("left out below computed weights").isEqualTo(1);
        assertThat(research.imputation())
                .as("in billions, as unit says")
                .contains(Imputation.statedValue(2e9, "the least of all"));
        assertThat(research.treatments()).containsExactly(Treatment.cap(1e9, 900e9));
        assertThat(research.normalisation())
                .isEqualTo(new Normalisation.PiecewiseLinear(
                        ImmutableSortedMap.of(0.0, 0.0, 100e9, 60.0, 1000e9, 100.0), OutOfRange.CAP, "a bend"));
        Indicator population = (Indicator) read.node("population");
        assertThat(population.imputation()).contains(Imputation.latestYear(3));
        assertThat(population.treatments())
                .containsExactly(
                        new Treatment.Winsorise(5, 1.5, 3),
                        new Treatment.IfSkewed(2, 3.5, Treatment.log(Treatment.LogForm.NATURAL)),
                        Treatment.percentileCap(2.5, 100));
        assertThat(population.range()).isEqualTo(OutputRange.ONE);
        Indicator gdp = (Indicator) read.node("gdp_usd");
        assertThat(gdp.imputation()).contains(Imputation.regression("internet_users_pct"));
        assertThat(gdp.treatments()).containsExactly(Treatment.boxCox(0.5), Treatment.fittedBoxCox());
        assertThat(gdp.normalisation()).isEqualTo(new Normalisation.ZScore(50, 10, Normalisation.Divisor.POPULATION));
        assertThat(((Indicator) read.node("gerd_pct_gdp")).normalisation())
                .isEqualTo(new Normalisation.Distance(
                        Normalisation.DistanceForm.RATIO, new Benchmark.Target(3, "the plan"), OutOfRange.CAP));
        Pillar scores = (Pillar) read.node("scores");
        assertThat(scores.weighting()).isEqualTo(Weighting.principalComponents(Weighting.Components.FIRST));
        assertThat(scores.aggregation()).isEqualTo(Aggregation.power(-2, 50));
        assertThat(scores.normalisation()).contains(Normalisation.minMax());
        assertThat(scores.range()).isEqualTo(OutputRange.of(1, 7));
        assertThat(((Indicator) read.node("genai_user_share_pct")).normalisation())
                .isEqualTo(Normalisation.borda(Normalisation.EqualValues.MEAN));
        assertThat(((Indicator) read.node("account_ownership_pct")).normalisation())
                .isEqualTo(new Normalisation.Categorical(
                        Normalisation.BoundsOf.PERCENTILES, 0, ImmutableSortedMap.of(25.0, 50.0, 75.0, 100.0), ""));
        assertThat(((Pillar) read.node("means")).weighting()).isEqualTo(new Weighting.BenefitOfTheDoubt(0.1, 0.8));
        assertThat(((Pillar) read.node("above")).weighting()).isEqualTo(new Weighting.StandardDeviation(true));
        assertThat(((Pillar) read.node("above")).aggregation())
                .isEqualTo(Aggregation.orderedWeighted(ImmutableList.of(0.75, 0.25)));
        assertThat(read.node("below").weight()).isEqualTo(-1);
        assertThat(((Indicator) read.node("top500_rmax_share_pct")).normalisation())
                .isEqualTo(Normalisation.distance(Normalisation.DistanceForm.DIFFERENCE, new Benchmark.Mean()));
    }

    // change; place; fragments of the message
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                // weightings
                "`analytic-hierarchy`=>`analytical-hierarchy`;/index/weighting/type;expected one of stated, equal, entropy|nearest: analytic-hierarchy",
                "[`values`, `scores`=>[`value`, `scores`;/index/weighting/children/0;Pillar index: must be the id of a child|'value'|nearest: values",
                "`scores`, `means`]=>`scores`, `scores`];/index/weighting/children/2;must name each child once|'scores' twice",
                "[1, 2, 4]=>[1, 2];/index/weighting/judgements/0;a column for each of the 3 children|2 columns",
                "[1, 2, 4]=>[1, 2, 0];/index/weighting/judgements/0/2;judgements must be positive but was 0",
                "[1, 2, 4]=>[1, `2:1`, 4];/index/weighting/judgements/0/1;fractions of two such as 1/3 but was text",
                "[1, 2, 4]=>[1, `2/0.0`, 4];/index/weighting/judgements/0/1;fractions of two such as 1/3 but was text",
                "[1, 2, 4]=>[1, `-2/1`, 4];/index/weighting/judgements/0/1;fractions of two such as 1/3 but was text",
                "[1, 2, 4]=>[1, 3, 4];/index/weighting/judgements/1/0;must be reciprocal, of 'scores' with 'values' one over that of 'values' with 'scores', 3|but was 0.5",
                "[1, 2, 4]=>[1, `1/2`, 4];/index/weighting/judgements/1/0;must be reciprocal|text '1/2'|but was 0.5",
                "[0.5, 1, 2]=>[0.5, 2, 2];/index/weighting/judgements/1/1;must be 1 on the diagonal, of 'scores' with itself but was 2",
                "GEOMETRIC_MEAN=>GEOMETRIC_MEANS;/index/weighting/priorities;expected one of EIGENVECTOR, GEOMETRIC_MEAN|nearest",
                "`maximumInconsistency`: 0.2=>`maximumInconsistency`: -0.2;/index/weighting/maximumInconsistency;must not be negative but was -0.2",
                "`maximumInconsistency`: 0.2=>`maximumInconsistancy`: 0.2;/index/weighting/maximumInconsistancy;unknown field|nearest: maximumInconsistency",
                "`components`: `FIRST`=>`components`: `SECOND`;/index/children/1/weighting/components;expected one of FIRST, FIRST_SQUARED, ROTATED",
                ", `components`: `FIRST`=>;/index/children/1/weighting;the field 'components' is missing",
                "`lowestShare`: 0.1=>`lowestShare`: 0.9;/index/children/2/weighting;lowestShare < highestShare|0.9 to 0.8",
                "`lowestShare`: 0.1=>`lowestShare`: -0.1;/index/children/2/weighting/lowestShare;shares in [0, 1] but was -0.1",
                "`inverse`: true=>`inverse`: 1;/index/children/2/children/0/children/0/weighting/inverse;expected true or false but was 1",
                "{ `type`: `stated` }=>{ `type`: `equal` };/index/children/2/children/1/weighting;weights are taken as stated by its aggregation",
                "`aggregation`: { `type`: `arithmetic` }=>`aggregation`: { `type`: `minimum` };/index/children/2/weighting;benefit of the doubt needs an arithmetic aggregation",
                // aggregations
                "`first`: `values`=>`first`: `valeus`;/index/aggregation/interactions/0/first;must be the id of a child|nearest: values",
                "`index`: 0.25=>`index`: 1.25;/index/aggregation/interactions/0/index;must be in [-1, 1] but was 1.25",
                "`second`: `means`=>`second`: `scores`;/index/aggregation/interactions/1;must be of two children|'scores' with itself",
                "`second`: `means`=>`second`: `values`;/index/aggregation/interactions/1;must have each pair once|scores and values twice",
                "`onZero`: `ZERO`=>`onZero`: `zero`;/index/children/0/aggregation/onZero;expected one of REFUSE, ZERO",
                "`baseline`: 50, `onZero`=>`baseline`: -50, `onZero`;/index/children/0/aggregation/baseline;Aggregation.Geometric.baseline must be positive but was -50",
                "`exponent`: -2=>`exponent`: 0;/index/children/1/aggregation/exponent;must not be zero|geometric",
                "[0.75, 0.25]=>[0.75, 0.5];/index/children/2/children/0/children/0/aggregation/placeWeights;must sum to 1 but was 1.25",
                "[0.75, 0.25]=>[1.25, -0.25];/index/children/2/children/0/children/0/aggregation/placeWeights/0,/index/children/2/children/0/children/0/aggregation/placeWeights/1;in [0, 1] but was -0.25",
                "[0.75, 0.25]=>[1];/index/children/2/children/0/children/0/aggregation/placeWeights;one for each of the 2 children but was 1",
                "`below`, `weight`: -1=>`below`, `weight`: `-1`;/index/children/2/children/0/children/1/weight;expected a number|without quotes",
                "`weighting`: { `type`: `equal` },=>;/index/children/0/children/0,/index/children/0/children/1,/index/children/0/children/2,/index/children/0/children/3;the field 'weight' is missing",
                "{ `indicator`: `gerd_pct_gdp`,=>{ `indicator`: `gerd_pct_gdp`, `weight`: -1,;/index/children/0/children/3/weight;Indicator gerd_pct_gdp: weight must be finite and not negative but was -1",
                // imputations
                "`type`: `stated-value`=>`type`: `stated_value`;/index/children/0/children/0/imputation/type;nearest: stated-value",
                "`value`: 2, =>;/index/children/0/children/0/imputation;the field 'value' is missing",
                "`maximumAge`: 3=>`maximumAge`: 0;/index/children/0/children/1/imputation/maximumAge;at least 1 year but was 0",
                "`maximumAge`: 3=>`maximumAge`: 2.5;/index/children/0/children/1/imputation/maximumAge;a whole number but was 2.5",
                "`covariate`: `internet_users_pct`=>`covariate`: ` `;/index/children/0/children/2/imputation/covariate;Imputation.Regression.covariate must not be blank",
                "`donors`: `GROUP`=>`donors`: `GROUPS`;/index/children/1/children/0/imputation/donors;expected one of ALL, GROUP|nearest: GROUP",
                // treatments
                "`treatments`: [ { `type`: `cap`, `low`: 1, `high`: 900 } ]=>`treatments`: { `type`: `cap`, `low`: 1 };/index/children/0/children/0/treatments;expected a list but was an object",
                "`low`: 1, `high`: 900=>`low`: 1000, `high`: 900;/index/children/0/children/0/treatments/0;Treatment.Cap must have low < high but was 1000 to 900",
                ", `low`: 1, `high`: 900=>;/index/children/0/children/0/treatments/0;must have low, high or both",
                "`maximumPoints`: 5=>`maximumPoints`: 0;/index/children/0/children/1/treatments/0/maximumPoints;at least 1 but was 0",
                "`skewness`: 1.5=>`skewness`: -1.5;/index/children/0/children/1/treatments/0/skewness;must not be negative",
                ", `then`: { `type`: `log`, `form`: `NATURAL` }=>;/index/children/0/children/1/treatments/1;the field 'then' is missing",
                "`form`: `NATURAL`=>`form`: `LN`;/index/children/0/children/1/treatments/1/then/form;expected one of NATURAL, SIGNED, SHIFTED, SHIFTED_BY_ONE, SHIFTED_EITHER_WAY, GII",
                "`low`: 2.5=>`low`: 102.5;/index/children/0/children/1/treatments/2/low;percentiles in [0, 100] but was 102.5",
                "`low`: 2.5=>`low`: 50, `high`: 40;/index/children/0/children/1/treatments/2;PercentileCap must have low < high but was 50 to 40",
                "`lambda`: 0.5=>`lambda`: 50;/index/children/0/children/2/treatments/0/lambda;must be in [-5, 5] but was 50",
                "{ `type`: `cap`, `low`: 1, `high`: 900 }=>{ `type`: `fitted-box-cox` };/index/children/0/children/0/unit;unit must not stand beside numbers that follow a treatment which changes the unit",
                // normalisations and ranges
                "`points`: [=>`point`: [;/index/children/0/children/0/normalisation/point;unknown field 'point'|nearest: points",
                "{ `value`: 100, `score`: 60 }=>{ `value`: 0, `score`: 60 };/index/children/0/children/0/normalisation/points/1;each value must be given once",
                "{ `value`: 100, `score`: 60 }=>{ `value`: 100, `score`: `60` };/index/children/0/children/0/normalisation/points/1/score;expected a number|without quotes",
                "`low`: 0, `high`: 1 }=>`low`: 1, `high`: 0 };/index/children/0/children/1/range;range must have low < high but was 1 to 0",
                "`low`: 0, `high`: 1 }=>`low`: 0, `hihg`: 1 };/index/children/0/children/1/range/hihg;unknown field 'hihg'|nearest: high",
                "`standardDeviation`: 10=>`standardDeviation`: 0;/index/children/0/children/2/normalisation/standardDeviation;must be positive but was 0",
                "`divisor`: `POPULATION` }=>`divisor`: `POPULATION` }, `range`: { `low`: 0, `high`: 1 };/index/children/0/children/2/range;range must not stand beside z-score|0 to 1|states its scores itself",
                "`type`: `target`=>`type`: `taget`;/index/children/0/children/3/normalisation/benchmark/type;expected one of best, mean, unit, target|nearest: target",
                "`form`: `RATIO`=>`form`: `RATION`;/index/children/0/children/3/normalisation/form;expected one of RATIO, RANGE, DIFFERENCE|nearest: RATIO",
                "`form`: `RATIO`=>`form`: `DIFFERENCE`;/index/children/0/children/3/normalisation/outOfRange;must be EXTEND beside a DIFFERENCE",
                "`form`: `HAZEN`=>`form`: `hazen`;/index/children/1/children/0/normalisation/form;INCLUSIVE, HAZEN, WEIBULL, WEAK, STRICT",
                "`equal`: `LOWEST`=>`equal`: `HIGHEST`;/index/children/1/children/1/normalisation/equal;expected one of LOWEST, MEAN",
                "`from`: 25=>`from`: -25;/index/children/1/children/3/normalisation/scoreFrom/0/from;percentiles in [0, 100] but was -25",
                "`lowest`: 0, =>;/index/children/1/children/3/normalisation;the field 'lowest' is missing",
                "`wgi_gov_effectiveness`, `direction`: `HIGHER_IS_BETTER`=>`wgi_gov_effectiveness`, `direction`: `LOWER_IS_BETTER`;/index/children/1/children/4/direction;direction must be HIGHER_IS_BETTER beside as-is",
                "`normalisation`: { `type`: `min-max` }, `direction`: `LOWER_IS_BETTER`, `range`: { `low`: 1, `high`: 7 },=>`direction`: `LOWER_IS_BETTER`,;/index/children/1/direction;Pillar scores must have a normalisation beside a direction",
                "`normalisation`: { `type`: `min-max` }, `direction`: `LOWER_IS_BETTER`, `range`: { `low`: 1, `high`: 7 },=>`range`: { `low`: 1, `high`: 7 },;/index/children/1/range;Pillar scores must have a normalisation beside a range",
                "`normalisation`: { `type`: `min-max` }, `direction`: `LOWER_IS_BETTER`, `range`: { `low`: 1, `high`: 7 },=>`normalisation`: { `type`: `ordinal-map`, `levels`: [{`level`: 0, `score`: 0}, {`level`: 1, `score`: 1}] },;/index/children/1/normalisation/type;an ordinal map is for codes",
                "`normalisation`: { `type`: `min-max` }, `direction`: `LOWER_IS_BETTER`, `range`: { `low`: 1, `high`: 7 },=>`normalisation`: { `type`: `categorical`, `lowest`: 9, `scoreFrom`: [{`from`: 0, `score`: 7}] },;/index/children/1/normalisation;must not fall where the aggregated score rises but was 9, 7",
                // missing data
                "`minimumCount`: 2=>`minimumCount`: 0;/index/children/0/missing/minimumCount;at least 1 but was 0",
                "`type`: `stated-score`, `score`: 0=>`type`: `stated-score`;/index/children/2/missing;the field 'score' is missing",
                "`minimumShare`: 0.6=>`minimumShare`: 0;/missing/minimumShare;MissingDataPolicy.Proportional.minimumShare must be in (0, 1]",
                "`proportional`=>`proportionate`;/missing/type;expected one of strict, re-weight, minimum-count, proportional, stated-score|nearest: proportional",
            })
    void refusesAMistakeInAMethodWhereItStands(String change, String places, String fragments) {
        InvalidDataException refusal = refusal(() -> FrameworkFiles.parse(changed(change), TextFormat.JSON));
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems())
                .as(refusal.getMessage())
                .extracting(problem -> problem.location().replaceFirst(" \\(line \\d+\\)", ""))
                .containsExactlyElementsOf(Splitter.on(',').split(places));
        assertThat(refusal.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThat(refusal.getMessage()).contains(Splitter.on('|').splitToList(fragments));
    }

    @Test
    void refusesInteractionsThatLeaveAChildNoWeight() {
        InvalidDataException refusal = refusal(() -> FrameworkFiles.parse(
                Fixtures.text("framework-1.json")
                        .replaceFirst(
                                "\"aggregation\": \\{ \"type\": \"arithmetic\" }",
                                "\"aggregation\": {\"type\": \"choquet\", \"interactions\":"
                                        + " [{\"first\": \"use\", \"second\": \"research\", \"index\": 1}]}")
                        .replaceFirst("\"weight\": 1, \"agg", "\"weight\": 9, \"agg"),
                TextFormat.JSON));
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.location()).startsWith("/index/aggregation/interactions ");
            assertThat(problem.rule())
                    .contains(
                            "half the sum of the interactions of research", "must not exceed its share of the weight");
        });
    }

    /** 1/3 is the double nearest to a third, which no decimal of a few digits is; what is written is read back equal. */
    @Test
    void readsJudgementsThatAreFractions() {
        ScoringFramework read = FrameworkFiles.parse(
                changed("[1, 2, 4]=>[1, 3, `4.5/1.5`]|[0.5, 1, 2]=>[`1/3`, 1, 1]|[0.25, 0.5, 1]=>[`1/3`, 1, `2/2`]"),
                TextFormat.JSON);
        assertThat(read.index().weighting()).isInstanceOfSatisfying(Weighting.AnalyticHierarchy.class, hierarchy -> {
            assertThat(hierarchy.judgements().get(0)).containsExactly(1.0, 3.0, 3.0);
            assertThat(hierarchy.judgements().get(1)).containsExactly(1.0 / 3, 1.0, 1.0);
            assertThat(hierarchy.judgements().get(2)).containsExactly(1.0 / 3, 1.0, 1.0);
        });
        assertThat(FrameworkFiles.parse(FrameworkFiles.format(read, TextFormat.YAML), TextFormat.YAML))
                .isEqualTo(read);
    }

    /** Saaty's random indices end at 15. */
    @Test
    void refusesMoreThanFifteenChildrenToCompare() {
        String ids = "`values`, `scores`, `means`" + ", `x`".repeat(13);
        assertThat(refusal(() -> FrameworkFiles.parse(changed("`values`, `scores`, `means`=>" + ids), TextFormat.JSON))
                        .problems())
                .anySatisfy(problem -> {
                    assertThat(problem.location()).startsWith("/index/weighting/children ");
                    assertThat(problem.rule()).contains("children must be at most 15");
                });
    }

    @Test
    void reportsSeveralMistakesOfSeveralStepsAtOnce() {
        String text = changed("`analytic-hierarchy`=>`hierarchy`|[1, 2, 4]=>[1, 2, 0]|`index`: 0.25=>`index`: 2"
                + "|`type`: `geometric`=>`type`: `geometrical`|`baseline`: 50, `onZero`=>`baseline`: 0, `onZero`"
                + "|`type`: `cap`, `low`: 1=>`typ`: `cap`, `low`: `1`|`maximumAge`: 3=>`maximumAge`: 0"
                + "|`minimumShare`: 0.6=>`minimumShare`: 6");
        InvalidDataException refusal = refusal(() -> FrameworkFiles.parse(text, TextFormat.JSON));
        assertThat(refusal.problems())
                .extracting(Problem::location)
                .extracting(location -> location.replaceFirst(" \\(line \\d+\\)", ""))
                .containsExactly(
                        "/index/weighting/type",
                        "/index/weighting/judgements/0/2",
                        "/index/aggregation/interactions/0/index",
                        "/index/children/0/aggregation/type",
                        "/index/children/0/aggregation/baseline",
                        "/index/children/0/children/0/treatments/0/typ",
                        "/index/children/0/children/0/treatments/0/low",
                        "/index/children/0/children/1/imputation/maximumAge",
                        "/missing/minimumShare");
    }

    /** Without a name that can be told, a method is known by the parameters that stand there. */
    @Test
    void checksTheParametersOfAMethodWithoutAName() {
        String text = changed("`type`: `piecewise-linear`=>`type`: `x`|`value`: 100=>`value`: `100`");
        assertThat(refusal(() -> FrameworkFiles.parse(text, TextFormat.JSON)).problems())
                .extracting(Problem::location)
                .extracting(location -> location.replaceFirst(" \\(line \\d+\\)", ""))
                .containsExactly(
                        "/index/children/0/children/0/normalisation/type",
                        "/index/children/0/children/0/normalisation/points/1/value");
    }

    // 3,000 mutations each; the seeds are fixed
    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void mutatedFilesAreReadOrRefused(TextFormat format) {
        String text = FrameworkFiles.format(FrameworkFiles.parse(FIXTURE, TextFormat.JSON), format);
        assertThat(Mutation.refusedFrameworks(text, format, 20264)).isBetween(500, 2_990);
    }
}
