package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static io.github.statecraft.data.Fixtures.assertOneProblem;
import static io.github.statecraft.data.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * JSON and YAML that is not what it claims to be: one clear error a mistake, with place, rule, value and remedy. Each case
 * changes one text of a fixture; the expected places and fragments are written by hand.
 */
class BadDocumentsTest {
    @TempDir
    Path directory;

    private static String changed(String resource, String from, String to) {
        String text = Fixtures.text(resource);
        String old = from.replace('`', '"');
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        return text.substring(0, at) + to.replace('`', '"').replace("\\n", "\n") + text.substring(at + old.length());
    }

    // what is replaced (first occurrence; ` stands for a double quote); by what; fragments of the message
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "`BRA`;`BRZ`;strategy|/jurisdiction (line 3)|that of a country|'BRZ'|nearest: BRA",
                "`BRA`;`bra`;/jurisdiction (line 3)|three upper-case letters|'bra'|nearest: BRA",
                "`gdp_usd`;`gdp_us`;/context/gdp_us (line 5)|the id of an attribute of part context|'gdp_us'|nearest: gdp_usd",
                "`gdp_usd`;`robot_density`;/context/robot_density (line 5)|belongs to part diffusion|context|move it",
                "`USD (current)`;`USD curent`;/context/gdp_usd/0/unit (line 5)|gdp_usd must be in a known unit|'USD curent'|nearest",
                "`% of GDP`;`% of GERD`;/funding/gerd_pct_gdp/0/unit (line 7)|gerd_pct_gdp must be in % of GDP|'% of GERD'|convert",
                "`% of GDP`;`USD (PPP)`;must be in % of GDP|'USD (PPP)'|convert it",
                "`asOf`: 2026;`asOff`: 1, `asOf`: 2026;/asOff (line 4)|unknown field 'asOff'|remove it|nearest: asOf|format, jurisdiction",
                "`asOf`: 2026;`as_of`: 2026;/as_of (line 4)|unknown field 'as_of'; nearest: asOf",
                "`jurisdiction`: `BRA`;`juridsiction`: `BRA`;/juridsiction (line 3)|unknown field 'juridsiction'; nearest: jurisdiction",
                "`value`: 1.14526;`vlaue`: 1.14526;/funding/gerd_pct_gdp/0/vlaue (line 7)|unknown field 'vlaue'; nearest: value",
                "`unit`: `% of GDP`;`units`: `% of GDP`;/0/units (line 7)|unknown field 'units'; nearest: unit",
                "`publisher`: `World Bank`;`publsher`: `World Bank`;/source/publsher (line 5)|unknown field 'publsher'; nearest: publisher",
                "`confidence`: `HIGH`;`confidance`: `HIGH`;/evidence/confidance (line 5)|unknown field 'confidance'; nearest: confidence",
                "`title`: `Brazilian;`titel`: `Brazilian;/events/0/titel (line 12)|unknown field 'titel'; nearest: title",
                "`asOf`: 2026;`asOf`: `2026`;/asOf (line 4)|expected a number|text '2026'|without quotes",
                "`asOf`: 2026;`asOf`: 20266;/asOf (line 4)|expected a year in [1900, 2100] but was 20266|correct it",
                "`asOf`: 2026;`asOf`: 2026.5;/asOf (line 4)|expected a whole number|2026.5",
                "`asOf`: 2026;`asOf`: null;/asOf (line 4)|expected a number|null",
                "`asOf`: 2026,;;/ (line 1)|the field 'asOf' is missing|add it",
                "`jurisdiction`: `BRA`;`jurisdiction`: 7;/jurisdiction (line 3)|expected text|7|in quotes",
                "`jurisdiction`: `BRA`;`jurisdiction`: `BRA`, `kind`: `blok`;/kind (line 3)|expected one of country, bloc|'blok'|nearest: bloc",
                "`jurisdiction`: `BRA`;`jurisdiction`: `BRA`, `kind`: `bloc`;/jurisdiction (line 3)|of a bloc|must not be that of a country|'BRA'|leave out",
                "statecraft/strategy/1;statecraft/strategy/2;/format (line 2)|the format must be statecraft/strategy/1|'statecraft/strategy/2'|another kind",
                "statecraft/strategy/1;statecraft/framework/1;/format (line 2)|must be statecraft/strategy/1|framework/1",
                "1.14526;114.526;/funding/gerd_pct_gdp/0/value (line 7)|gerd_pct_gdp must be in [0, 100] % but was 114.526|correct it, or state it in another unit",
                "1.14526;-1;must be in [0, 100] %|was -1",
                "1.14526;`1.14526`;/funding/gerd_pct_gdp/0/value (line 7)|expected a number|text '1.14526'",
                "1.14526;`NaN`;/funding/gerd_pct_gdp/0/value (line 7)|expected a number|text 'NaN'|write a finite number",
                "1.14526;NaN;/funding/gerd_pct_gdp/0/value (line 7)|expected a finite number|NaN|write a finite number",
                "1.14526;1e999;expected a number that a double can hold|but was 1e999|correct it",
                "1.14526;1e-999;/value (line 7)|expected a number that a double can hold|but was 1e-999",
                "1.14526;1e99999999999;/value (line 7)|expected a number that a double can hold|'1e99999999999'",
                "1.14526;[1.14526];/value (line 7)|expected a number|a list",
                "1.14526;{};/value (line 7)|expected a number|an object",
                "1.14526;true;/value (line 7)|expected a number|true",
                "1.14526;null;/value (line 7)|expected a number|null",
                "[20.0, 30.0];[30.0, 20.0];/diffusion/genai_user_share_pct/0/range (line 10)|genai_user_share_pct: range must have low <= high|30.0 to 20.0|[low, high]",
                "[20.0, 30.0];[26, 30.0];/0/value (line 10)|genai_user_share_pct must lie in its spread [26, 30.0] but was 25.0",
                "[20.0, 30.0];[20.0, 300];/0/range/1 (line 10)|genai_user_share_pct must be in [0, 100] % but was 300",
                "[20.0, 30.0];[20.0];/0/range (line 10)|expected two numbers, low and high|a list of 1|[low, high]",
                "[20.0, 30.0];20;/0/range (line 10)|expected a list|20",
                "[20.0, 30.0];[20.0, `30`];/0/range/1 (line 10)|expected a number|text '30'",
                "`range`: [;`exact`: true, `range`: [;/0 (line 10)|at most one of range, interval90 and exact|keep one",
                "`year`: 2023;`year`: 2023, `year`: 2024;/context/gdp_usd/0/year (line 5)|the field 'year' stands there twice|remove one",
                "`MEASURED`;`MESURED`;/evidence/kind (line 5)|expected one of MEASURED, LEGAL_TEXT|'MESURED'|nearest: MEASURED",
                "`confidence`: `HIGH`;`confidence`: `high`;/evidence/confidence (line 5)|expected one of HIGH, MEDIUM, LOW|'high'|nearest: HIGH",
                "`publisher`: `World Bank`;`publisher`: ` `;/evidence/source/publisher (line 5)|Source.publisher must not be blank",
                "`publisher`: `World Bank`,;;/evidence/source (line 5)|the field 'publisher' is missing|add it",
                "`date`: `2021`;`date`: `2021-13`;/events/0/date (line 12)|a year, a month or a day|'2021-13'",
                "`date`: `2021`;`date`: 2021;/events/0/date (line 12)|expected text|2021|in quotes",
                "`type`: `strategy`;`type`: `strategie`;/events/0/type (line 12)|expected one of strategy|'strategie'|nearest: strategy",
                "`date`: `2021`;`date`: `2021`, `jurisdiction`: `USA`;/events/0/jurisdiction (line 12)|must be its own acts or aimed at it|'USA'",
                "`date`: `2021`;`date`: `2021`, `target`: `USB`;/events/0/target (line 12)|that of a country|'USB'|nearest: USA",
                "`year`: 2023,;`year`: 2023, `inForce`: {},;/inForce|must have a first day",
                "`year`: 2023,;`year`: 2023, `inForce`: {`from`: `2025-05-02`, `until`: `2025-05-01`},;/inForce/until (line 5)|must end after its first day, 2025-05-02|2025-05-01",
                "`year`: 2023,;`year`: 2023, `inForce`: {`from`: `2025-02-30`},;/inForce/from (line 5)|expected a day such as|'2025-02-30'",
            })
    void refusesAStrategyWithOneMistakeByOneClearError(String from, String to, String fragments) {
        String change = to == null ? "" : to;
        assertOneProblem(
                () -> StrategyFiles.parse(changed("strategy-1.json", from, change), TextFormat.JSON),
                "strategy |" + fragments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "`weight`: 2;`weight`: -2;/index/children/0/children/0/weight (line 12)|Indicator genai_user_share_pct: weight must be finite and not negative|-2",
                "`weight`: 2;`weight`: NaN;/index/children/0/children/0/weight (line 12)|expected a finite number|NaN",
                "`weight`: 2;`weight`: -Infinity;/weight (line 12)|expected a finite number|-Infinity",
                "`weight`: 2;`weight`: `2`;/weight (line 12)|expected a number|text '2'|without quotes",
                "`weight`: 2;`weigth`: 2;/weigth (line 12)|unknown field 'weigth'; nearest: weight",
                "`weight`: 2;`weigth`: 2, `weight`: 2;/weigth (line 12)|unknown field 'weigth'|remove it|nearest: weight",
                "`indicator`: `genai;`indicater`: `genai;/index/children/0/children/0/indicater (line 12)|unknown field 'indicater'; nearest: indicator",
                "`children`: [;`childs`: [;/index/childs (line 10)|unknown field 'childs'; nearest: children",
                "`normalisation`;`normalization`;/normalization (line 13)|unknown field 'normalization'; nearest: normalisation",
                "`type`: `goalposts`;`typ`: `goalposts`;/normalisation/typ (line 13)|unknown field 'typ'; nearest: type",
                "`low`: 0;`Low`: 0;/normalisation/Low (line 13)|unknown field 'Low'; nearest: low",
                "`minimumShare`;`minimum_share`;/missing/minimum_share (line 21)|unknown field 'minimum_share'; nearest: minimumShare",
                "`scaleBasis`;`scale_basis`;/scale_basis (line 6)|unknown field 'scale_basis'; nearest: scaleBasis",
                "`weight`: 2,;;/index/children/0/children/0 (line 12)|the field 'weight' is missing|add it",
                "`genai_user_share_pct`, `weight`: 2;`online_purchase_pct`, `weight`: 2;/index/children/0/children/1/indicator (line 14)|an id of its own|'online_purchase_pct'|/index/children/0/children/0|another id",
                "`id`: `research`;`id`: `use`;/index/children/1/id (line 16)|an id of its own|'use'|/index/children/0",
                "`id`: `research`;`id`: `index`;/index/children/1/id (line 16)|an id of its own|'index'|/index",
                "`gerd_pct_gdp`, `weight`: 1;`gerd_pct_gdp`, `weight`: 0;/index/children/1/children (line 16)|Pillar research: the weights|must not all be zero but was 0|give",
                "`label`: `Example`;`label`: `Example`, `weightsSumTo`: 1;/index/weightsSumTo (line 9)|Pillar index|weightsSumTo must be the sum of its children's weights, 2 but was 1|leave it out",
                "`type`: `arithmetic`;`type`: `harmonik`;/index/aggregation/type (line 9)|expected one of arithmetic, geometric|'harmonik'|nearest: harmonic",
                "{ `type`: `arithmetic` };`arithmetic`;/index/aggregation (line 9)|expected an object with a field 'type'|text 'arithmetic'",
                "{ `type`: `arithmetic` };{ `type`: `geometric` };/index/aggregation (line 9)|the field 'baseline' is missing",
                "{ `type`: `arithmetic` };{ `type`: `geometric`, `baseline`: 0 };/index/aggregation/baseline (line 9)|baseline must be positive but was 0|(0, 100]",
                "{ `type`: `arithmetic` };null;/index/aggregation (line 9)|expected an object|null",
                "`type`: `goalposts`, `low`: 0, `high`: 80;`type`: `goalposts`, `low`: 80, `high`: 0;/normalisation (line 13)|low < high|80 to 0",
                "`type`: `goalposts`;`type`: `log-goalposts`;/normalisation/low (line 13)|LogGoalposts.low must be positive but was 0",
                "`type`: `goalposts`;`type`: `goalpost`;/normalisation/type (line 13)|expected one of goalposts|'goalpost'|nearest: goalposts",
                "`outOfRange`: `REFUSE`;`outOfRange`: `refuse`;/normalisation/outOfRange (line 13)|expected one of REFUSE, EXTEND, CAP|'refuse'|nearest",
                "`direction`: `HIGHER_IS_BETTER`;`unit`: `USD (PPP)`, `direction`: `HIGHER_IS_BETTER`;/unit (line 12)|must be a unit of genai_user_share_pct|'USD (PPP)'|it is in",
                "`scaleBasis`: `PER_HEAD`;`scaleBasis`: `HEAD`;/scaleBasis (line 6)|expected one of TOTAL, PER_HEAD|'HEAD'",
                "`minimumShare`: 0.6;`minimumShare`: 60;/missing/minimumShare (line 21)|minimumShare must be in (0, 1] but was 60|0.6",
                "`minimumShare`: 0.6, ;;/missing (line 21)|the field 'minimumShare' is missing",
                "`version`: `1`;`version`: 1;/version (line 4)|expected text|1|in quotes",
                "example.intensity; ;/id (line 3)|ScoringFramework.id must not be blank|fill it in",
            })
    void refusesAFrameworkWithOneMistakeByOneClearError(String from, String to, String fragments) {
        String change = to == null ? "" : to;
        InvalidDataException refusal =
                refusal(() -> FrameworkFiles.parse(changed("framework-1.json", from, change), TextFormat.JSON));
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).as(refusal.getMessage()).singleElement().satisfies(p -> assertThat(p.remedy())
                .isNotBlank());
        assertThat(refusal.getMessage()).startsWith("framework ").contains(fragments.split("\\|"));
    }

    // \n stands for a line break
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "JSON;/* c */ {};line 1, column 1|has no comments|remove the comment",
                "JSON;{`a`: 1,\\n // c\\n `b`: 2};line 2|has no comments|remove the comment",
                "JSON;[];/ (line 1)|expected an object|a list",
                "JSON;`text`;/ (line 1)|expected an object|text 'text'",
                "JSON;null;/ (line 1)|expected an object|null",
                "JSON;{`a`: 'x'};line 1, column 7|is not JSON|'''",
                "JSON;{`a`: 01};line 1|is not JSON|Leading zeroes not allowed",
                "JSON;{`a`: 1,};line 1, column 9|is not JSON|'}'",
                "JSON;{`a` 1};line 1, column 6|is not JSON|colon",
                "JSON;{`a`: [1;line 1|is not JSON|end-of-input|cut off",
                "JSON;{`a`: `x\\ny`};line 1|is not JSON|a line break",
                "JSON;{} x;line 1, column 4|is not JSON|'x'",
                "YAML;a: [1;line 1|is not YAML|expected ',' or ']'|cut off",
                "YAML;a: b: c;line 1|is not YAML|mapping values are not allowed here",
                "YAML;\\ta: 1;line 1, column 1|is not YAML|TAB",
                "YAML;a: `x;line 1|is not YAML|unexpected end of stream|cut off",
                "YAML;# only a comment;/ (line 1)|expected an object|null",
                "YAML;? [a, b]\\n: c;line 1|is not YAML|property name",
            })
    void refusesATextThatIsNoDocumentByOneClearError(TextFormat format, String text, String fragments) {
        String document = text.replace('`', '"').replace("\\n", "\n").replace("\\t", "\t");
        assertOneProblem(() -> StrategyFiles.parse(document, format), "strategy |" + fragments);
        assertOneProblem(() -> FrameworkFiles.parse(document, format), "framework |" + fragments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "asOf: 2026;asOf: .nan;/asOf (line 3)|expected a finite number|.nan|write a finite number",
                "asOf: 2026;asOf: -.inf;/asOf (line 3)|expected a finite number|-.inf",
                "asOf: 2026;asOf: 1e99999999999;/asOf (line 3)|a double can hold|'1e99999999999'",
                "asOf: 2026;asOf: 2_026;/asOf (line 3)|expected a number|text '2_026'",
                "asOf: 2026;asOf:;/asOf (line 3)|expected a number|text ''",
                "asOf: 2026;asOf: &year 2026\\nevents: *year;line 4|anchors, aliases and tags are not read|*year|write the value out",
                "asOf: 2026;asOf: *year;line 3|anchors, aliases and tags are not read|*year|write the value out",
                "NOR;!!str NOR;line 2|anchors, aliases and tags are not read|a tag",
                "asOf: 2026;asOf: 2026\\nasOf: 2025;/asOf (line 4)|the field 'asOf' stands there twice",
                "asOf: 2026;asOf: 2026\\ncontext: &x\\n  gdp_usd: *x;line 4|anchors, aliases and tags are not read|&x",
                "asOf: 2026;asOf: 2026\\n---\\nasOf: 2025;line 5|must hold one document|remove it",
            })
    void refusesWhatOnlyYamlCanSayByOneClearError(String from, String to, String fragments) {
        String sound = StrategyFiles.format(NationalAiStrategy.of(Jurisdiction.of("NOR")), TextFormat.YAML);
        assertThat(sound).contains(from);
        assertOneProblem(
                () -> StrategyFiles.parse(sound.replace(from, to.replace("\\n", "\n")), TextFormat.YAML), fragments);
    }

    @Test
    void aSecondDocumentInJsonIsOneProblem() {
        String text = Fixtures.text("strategy-1.json");
        assertOneProblem(() -> StrategyFiles.parse(text + text, TextFormat.JSON), "must hold one document|remove it");
        assertOneProblem(() -> StrategyFiles.parse(text + "]", TextFormat.JSON), "is not JSON|']'");
    }

    @Test
    void reportsFiveMistakesInTheOrderOfTheFileAndKeepsNothing() {
        String text = Fixtures.text("strategy-1.json")
                .replace("\"asOf\": 2026", "\"asOf\": \"now\"")
                .replace("USD (current)", "dollars")
                .replace("1.14526", "NaN")
                .replace("[20.0, 30.0]", "[30, 20]")
                .replace("\"2021\"", "\"soon\"");
        InvalidDataException refusal = refusal(() -> StrategyFiles.parse(text, TextFormat.JSON));
        assertThat(refusal.problems())
                .extracting(Problem::location)
                .containsExactly(
                        "/asOf (line 4)",
                        "/context/gdp_usd/0/unit (line 5)",
                        "/funding/gerd_pct_gdp/0/value (line 7)",
                        "/diffusion/genai_user_share_pct/0/range (line 10)",
                        "/events/0/date (line 12)");
        assertThat(refusal.getMessage()).startsWith("5 problems:\n").contains("'dollars'", "'soon'", "NaN");
        assertThat(refusal.problems()).allSatisfy(p -> {
            assertThat(p.source()).isEqualTo("strategy");
            assertThat(p.rule()).isNotBlank();
            assertThat(p.found()).isNotBlank();
            assertThat(p.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, byte 0xfe at offset 0", "ISO-8859-1, byte 0xe9"})
    void refusesAnotherEncodingByTheFirstByteThatIsWrong(String encoding, String found) throws IOException {
        Path file = directory.resolve("example.json");
        Files.write(file, ("{\n\"a\": \"caf\u00E9\"}").getBytes(Charset.forName(encoding)));
        assertOneProblem(
                () -> StrategyFiles.read(file), "example.json line |must be UTF-8|" + found + "|encoding UTF-8");
    }

    /** A strategy given to the reader of frameworks, and the other way round: only the format is to be corrected. */
    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void reportsOnlyTheFormatOfAnotherKindOfFile(TextFormat format) {
        String strategy = StrategyFiles.format(REF.strategy("CHN"), format);
        String framework = FrameworkFiles.format(REF.frameworks().get(0), format);
        assertOneProblem(
                () -> FrameworkFiles.parse(strategy, format),
                "framework /format|the format must be statecraft/framework/1|'statecraft/strategy/1'|another kind");
        assertOneProblem(
                () -> StrategyFiles.parse(framework, format),
                "strategy /format|the format must be statecraft/strategy/1|'statecraft/framework/1'|another kind");
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void refusesEmptyAndBlankTexts(TextFormat format) {
        for (String text : new String[] {"", " ", "\n\t\n", "\uFEFF"}) {
            assertOneProblem(() -> StrategyFiles.parse(text, format), "strategy line 1|must not be empty|cut off");
            assertOneProblem(() -> FrameworkFiles.parse(text, format), "framework line 1|must not be empty|cut off");
        }
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void everyPrefixOfAFileIsReadOrRefused(TextFormat format) {
        String strategy =
                StrategyFiles.format(StrategyFiles.parse(Fixtures.text("strategy-1.json"), TextFormat.JSON), format);
        String framework =
                FrameworkFiles.format(FrameworkFiles.parse(Fixtures.text("framework-1.json"), TextFormat.JSON), format);
        int refused = 0;
        for (int end = 0; end < strategy.length(); end++) {
            refused += Mutation.isRefused(strategy.substring(0, end), t -> StrategyFiles.parse(t, format)) ? 1 : 0;
        }
        for (int end = 0; end < framework.length(); end++) {
            refused += Mutation.isRefused(framework.substring(0, end), t -> FrameworkFiles.parse(t, format)) ? 1 : 0;
        }
        // but for the last line break, JSON is nothing before its end
        assertThat(refused).isGreaterThan((strategy.length() + framework.length()) * 3 / 4);
        if (format == TextFormat.JSON) {
            assertThat(refused).isEqualTo(strategy.length() + framework.length() - 2);
        }
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void boundsDepthSizeAndNumbers(TextFormat format) {
        assertOneProblem(
                () -> StrategyFiles.parse("[".repeat(1_000), format),
                "line 1|nested at most 64 deep|a bracket missing");
        String shell = "{\"format\": \"statecraft/strategy/1\", \"jurisdiction\": \"NOR\", \"asOf\": %s}";
        assertOneProblem(
                () -> StrategyFiles.parse(shell.replace("%s", "1".repeat(10_000)), format),
                "/asOf (line 1)|a number must have at most 100 characters|(10000 characters)");
        assertOneProblem(
                () -> StrategyFiles.parse(shell.replace("%s", '"' + "x".repeat(2_000_000) + '"'), format),
                "/asOf (line 1)|a text must have at most 1,000,000 characters|shorten it");
        assertOneProblem(
                () -> StrategyFiles.parse(
                        shell.replace("NOR\"", "NOR\", \"" + "k".repeat(300) + "\": 1")
                                .replace("%s", "2026"),
                        format),
                "line 1|the name of a field must have at most 200 characters|(300 characters)|shorten it");
        StringBuilder keys = new StringBuilder("{\"k\": 0");
        for (int i = 0; i < 200_000; i++) {
            keys.append(", \"k").append(i).append("\": 1");
        }
        InvalidDataException refusal = refusal(() -> StrategyFiles.parse(keys + "}", format));
        assertThat(refusal.problems()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(refusal.getMessage()).hasSizeLessThan(10_000);
    }

    // 3,000 mutations each; the seeds are fixed
    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void mutatedFrameworksAreReadOrRefused(TextFormat format) {
        String text = FrameworkFiles.format(REF.frameworks().get(0), format);
        assertThat(Mutation.refusedFrameworks(text, format, 20261)).isBetween(500, 2_990);
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void mutatedStrategiesAreReadOrRefused(TextFormat format) {
        Random random = new Random(20262);
        String text =
                StrategyFiles.format(StrategyFiles.parse(Fixtures.text("strategy-1.json"), TextFormat.JSON), format);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            refused += Mutation.isRefused(Mutation.of(text, random), t -> {
                        var read = StrategyFiles.parse(t, format);
                        assertThat(StrategyFiles.parse(StrategyFiles.format(read, format), format))
                                .isEqualTo(read);
                        return read;
                    })
                    ? 1
                    : 0;
        }
        assertThat(refused).isBetween(500, 2_990);
    }
}
