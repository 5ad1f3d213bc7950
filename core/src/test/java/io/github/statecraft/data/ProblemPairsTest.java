package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.base.Splitter;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two, three and more mistakes on one node or row: each is one problem, none hides another, and they come in the order of the
 * file. The expected places are written by hand.
 */
class ProblemPairsTest {
    private static final String LEAF = "/index/children/0/children/0";
    private static final String GERD = "/funding/gerd_pct_gdp/0";
    private static final String SHARE = "/diffusion/genai_user_share_pct/0";

    /** Makes the changes {@code from => to}, separated by {@code |}; each replaces the first occurrence. */
    private static String changed(String text, String changes) {
        String result = text;
        for (String change : Splitter.on('|').split(changes)) {
            List<String> both = Splitter.on("=>").splitToList(change.replace('`', '"'));
            assertThat(result).contains(both.get(0));
            int at = result.indexOf(both.get(0));
            result = result.substring(0, at)
                    + both.get(1)
                    + result.substring(at + both.get(0).length());
        }
        return result;
    }

    private static void assertPlaces(InvalidDataException refusal, String places) {
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems())
                .as(refusal.getMessage())
                .extracting(Problem::location)
                .extracting(location -> location.replaceFirst(" \\(line \\d+\\)", ""))
                .containsExactlyElementsOf(Splitter.on('|').split(places));
        assertThat(refusal.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
    }

    // changes; the places of the problems in the order of the file, L for the first leaf
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "`weight`: 2=>`weight`: -2|HIGHER_IS_BETTER=>HIHER;L/weight|L/direction",
                "`weight`: 2=>`weight`: -2, `wight`: 1|`low`: 0, `high`: 80=>`low`: 90, `high`: 80;L/weight|L/wight|L/normalisation",
                "`weight`: 1, `aggregation`=>`weight`: -1, `extra`: 1, `aggregation`|HIGHER_IS_BETTER=>UP|online_purchase_pct=>genai_user_share_pct;/index/children/0/weight|/index/children/0/extra|L/direction|/index/children/0/children/1/indicator",
                "`weight`: 2=>`weight`: -2|`low`: 0, `high`: 80=>`low`: 90, `high`: 80|`label`: `Example`=>`label`: `Example`, `weightsSumTo`: 3|: 0.6=>: 6;/index/weightsSumTo|L/weight|L/normalisation|/missing/minimumShare",
                "`type`: `arithmetic`=>`type`: `geometric`, `baseline`: -1|`label`: `Example`=>`label`: ` `|`version`: `1`=>`version`: ``;/version|/index/label|/index/aggregation/baseline",
                "`type`: `goalposts`=>`type`: `goalpost`|`low`: 0, `high`: 80=>`low`: 90, `high`: 80|REFUSE=>REFUSED;L/normalisation|L/normalisation/type|L/normalisation/outOfRange",
                "`type`: `goalposts`=>`type`: `log-goalposts`|`low`: 0, `high`: 80=>`low`: -2, `high`: -3|`weight`: 2=>`weight`: 1e999;L/weight|L/normalisation|L/normalisation/low",
                "`direction`=>`denomination`: {`type`: `pr`, `indicator`: ``, `unitSize`: 0, `unit`: `x`}, `direction`|`weight`: 2=>`weight`: -2;L/weight|L/denomination/type|L/denomination/indicator|L/denomination/unitSize",
                "`gerd_pct_gdp`, `weight`: 1, `direction`: `HIGHER_IS_BETTER`=>`gerd_pct_gdp`, `weight`: 0, `direction`: `DOWN`|re-weight=>reweight|0.6=>-1;/index/children/1/children|/index/children/1/children/0/direction|/missing/type|/missing/minimumShare",
                "{ `type`: `goalposts`, `low`: 0, `high`: 80, `outOfRange`: `REFUSE`=>{ `type`: `ordinal-map`, `levels`: [{`level`: 1, `score`: 101}, {`level`: 1, `score`: -1}]|HIGHER_IS=>LOWER_IS;L/direction|L/normalisation/levels/0/score|L/normalisation/levels/1|L/normalisation/levels/1/score",
                "`scaleBasis`: `PER_HEAD`=>`scale_basis`: `PER_HEAD`|`minimumShare`: 0.6=>`minimum`: 0.6|`weight`: 2=>`weigth`: -2;/scale_basis|L/weigth|L/weigth|/missing/minimum",
                "`children`: [=>`childs`: [|`weight`: 2=>`weight`: -2|`normalisation`: { `type`: `goalposts`, `low`: 0, `high`: 80=>`normalization`: { `typ`: `goalposts`, `foo`: 1, `low`: 90, `high`: 80;/index/childs|/index/childs/0/children/0/weight|/index/childs/0/children/0/normalization|/index/childs/0/children/0/normalization|/index/childs/0/children/0/normalization/typ|/index/childs/0/children/0/normalization/foo",
                "`id`: `research`=>`id`: `use`|`gerd_pct_gdp`, `weight`: 1=>`genai_user_share_pct`, `weight`: `1`;/index/children/1/id|/index/children/1/children/0/indicator|/index/children/1/children/0/weight",
            })
    void everyMistakeOfAFrameworkIsAProblemOfItsOwn(String changes, String places) {
        String text = changed(Fixtures.text("framework-1.json"), changes);
        assertPlaces(refusal(() -> FrameworkFiles.parse(text, TextFormat.JSON)), expand(places));
    }

    // changes; the places in the order of the file, G and S for the two observations
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "1.14526=>170|`Research and development expenditure`, `publisher`: `World Bank`=>`R&D`, `publisher`: ` `;G/value|G/evidence/source/publisher",
                "25.0, `range`: [20.0, 30.0]=>250, `range`: [30, 20];S/value|S/range",
                "25.0, `range`: [20.0, 30.0]=>250, `range`: [-1, 300], `exact`: true;S|S/value|S/range/0|S/range/1",
                "25.0, `range`: [20.0, 30.0]=>35, `range`: [20, 30]|`EXPERT`=>`CENSUS_ZERO`|`year`: 2026, `evidence`=>`year`: 20260, `evidence`;S/value|S/value|S/year",
                "1.14526, `unit`: `% of GDP`, `year`: 2020=>-5, `unit`: `% of GDP`, `year`: 1800, `inForce`: {}, `status`: `DONE`;G/value|G/year|G/inForce|G/status",
                "1.14526, `unit`: `% of GDP`=>NaN, `unit`: `% of PIB`|`asOf`=>`as_of`|BRA=>BRZ;/jurisdiction|/as_of|G/value|G/unit",
                "`date`: `2021`, `type`: `strategy`, `title`: `Brazilian AI strategy`=>`date`: `soon`, `type`: `plan`, `title`: ``, `jurisdiction`: `USA`;/events/0/date|/events/0/type|/events/0/title|/events/0/jurisdiction",
                "`title`: `Assumption of the example`, `publisher`: `the reader`, `year`: 2026=>`title`: ``, `publisher`: ``, `year`: 1|`EXPERT`, `confidence`: `LOW`=>`expert`, `confidence`: `low`;S/evidence/source/title|S/evidence/source/publisher|S/evidence/source/year|S/evidence/kind|S/evidence/confidence",
            })
    void everyMistakeOfAStrategyIsAProblemOfItsOwn(String changes, String places) {
        String text = changed(Fixtures.text("strategy-1.json"), changes);
        assertPlaces(refusal(() -> StrategyFiles.parse(text, TextFormat.JSON)), expand(places));
    }

    // the row after the header; the columns of the problems in their order
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "CHN,gerd_gov_share_pct,2021,170,,,,% of GERD,S9,high,MEASURD,,;value|source_id|kind",
                "CHN,gerd_gov_share_pct,2021,170,30,20,range,% of GERD,S1,high,MEASURED,,;value|low",
                "CHN,gerd_gov_share_pct,2021,170,-1,300,range,% of GERD,S1,hi,MEASURED,,;value|low|high|confidence",
                "CHN,gerd_gov_share_pct,21,40,20,30,interval90,% of GERD,S1,high,CENSUS_ZERO,no,;year|value|value|partial",
                "CHM,gerd_share,2021,NaN,x,30,rnge,% of GRD,,high,MEASURED,,;country_iso3|indicator_id|value|low|spread|unit|source_id",
                "CHN,gerd_gov_share_pct,2021,,20,,,% of GERD,S1,high,MEASURED,,;value|spread",
                "CHN,gerd_gov_share_pct,1821,25,30,20,range,% of GDP,S1,high,MEASURED,,;year|low|unit",
            })
    void everyMistakeOfARowIsAProblemOfItsOwn(String row, String columns) {
        String sources = DossierFiles.SOURCE_COLUMNS + "\nS1,First,Office,2025,,,open,2026-11-23\n";
        InvalidDataException refusal =
                refusal(() -> DossierFiles.parse(DossierFiles.OBSERVATION_COLUMNS + "\n" + row + "\n", sources));
        assertPlaces(
                refusal,
                Splitter.on('|')
                        .splitToStream(columns)
                        .map(column -> "line 2, column '" + column + "'")
                        .collect(java.util.stream.Collectors.joining("|")));
        assertThat(refusal.problems())
                .allSatisfy(problem -> assertThat(problem.found()).isNotBlank());
    }

    @Test
    void aMisspeltColumnDoesNotHideTheRows() {
        String columns = DossierFiles.OBSERVATION_COLUMNS.replace("confidence", "confidance");
        String sources = DossierFiles.SOURCE_COLUMNS + "\nS1,First,Office,25,,,open,2026-11-23\n";
        assertPlaces(
                refusal(() -> DossierFiles.parse(
                        columns + "\nCHN,gerd_gov_share_pct,2021,170,,,,% of GERD,S1,hi,MEASURED,,\n", sources)),
                "line 2, column 'year'|line 1|line 2, column 'value'|line 2, column 'confidence'");
    }

    @Test
    void aProblemNamesOwnerRuleValueAndRemedy() {
        String text = changed(Fixtures.text("strategy-1.json"), "1.14526=>1e400|`value`: 25.0=>`value`: 170");
        assertThat(refusal(() -> StrategyFiles.parse(text, TextFormat.JSON)).problems())
                .containsExactly(
                        new Problem(
                                "strategy",
                                GERD + "/value (line 7)",
                                "expected a number that a double can hold",
                                "1e400",
                                "correct it"),
                        new Problem(
                                "strategy",
                                SHARE + "/value (line 10)",
                                "genai_user_share_pct must be in [0, 100] %",
                                "170",
                                "correct it, or state it in another unit"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatMustNotBeNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> FrameworkFiles.parse(null, TextFormat.JSON))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> StrategyFiles.parse("{}", null))
                .withMessage("format");
        assertThatNullPointerException()
                .isThrownBy(() -> StrategyFiles.read(null))
                .withMessage("path");
        assertThatNullPointerException()
                .isThrownBy(() -> DossierFiles.read(null))
                .withMessage("directory");
    }

    private static String expand(String places) {
        return Splitter.on('|')
                .splitToStream(places)
                .map(place ->
                        place.replaceFirst("^L", LEAF).replaceFirst("^G", GERD).replaceFirst("^S", SHARE))
                .collect(java.util.stream.Collectors.joining("|"));
    }
}
