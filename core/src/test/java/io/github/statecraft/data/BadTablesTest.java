package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.assertOneProblem;
import static io.github.statecraft.data.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.model.Dossier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables that are not what they claim to be: one clear error a mistake, with file, line, column, rule, value and remedy. Each
 * case changes one text of a small directory; places and fragments are written by hand.
 */
class BadTablesTest {
    private static final String OBSERVATIONS = """
            country_iso3,indicator_id,year,value,low,high,spread,unit,source_id,confidence,kind,partial,note
            NOR,population,2024,5.5,,,,million persons,S1,high,MEASURED,,"two
            lines"
            CHN,gerd_gov_share_pct,2021,19,18,20,range,% of GERD,S2,medium,SURVEY,yes,
            """;
    private static final String SOURCES = """
            source_id,title,publisher,year,url,licence,licence_class,accessed
            S1,First,Office,2025,,,open,2026-11-23
            S2,Second,Office,,,,,
            """;
    private static final String EVENTS = """
            event_id,date,date_precision,country_iso3,target_iso3,type,scenario_tag,title,detail,source_id,confidence
            E1,2024-02,month,NOR,,strategy,funding,Plan,,S1,high
            E2,2025,year,USA,CHN,export_control,hardware,Rule,,S2,low
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeTables() throws IOException {
        write("observations.csv", OBSERVATIONS);
        write("sources.csv", SOURCES);
        write("events.csv", EVENTS);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void change(String name, String from, String to) throws IOException {
        String text = Files.readString(directory.resolve(name));
        String old = from.replace("\\n", "\n");
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        String by = to == null ? "" : to.replace("\\n", "\n");
        write(name, text.substring(0, at) + by + text.substring(at + old.length()));
    }

    @Test
    void readsTheTablesWithoutMistake() {
        Dossier dossier = DossierFiles.read(directory);
        assertThat(dossier.size()).isEqualTo(2);
        assertThat(dossier.events()).hasSize(2);
        assertThat(dossier.jurisdictions()).hasSize(3);
    }

    // table; what is replaced (first occurrence); by what; fragments of the message
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "observations;NOR;NRO;line 2, column 'country_iso3'|that of a country|'NRO'|nearest",
                "observations;NOR;;line 2, column 'country_iso3'|three upper-case letters|empty",
                "observations;population;populaton;line 2, column 'indicator_id'|the id of an attribute|'populaton'|nearest: population",
                "observations;2024,5.5;20x4,5.5;line 2, column 'year'|expected a year such as 2024|'20x4'",
                "observations;2024,5.5;3024,5.5;line 2, column 'year'|[1900, 2100] but was '3024'|correct it",
                "observations;2024,5.5;,5.5;line 2, column 'year'|expected a year|empty",
                "observations;5.5;five;line 2, column 'value'|expected a finite number|'five'|leave the row out",
                "observations;5.5;;line 2, column 'value'|expected a finite number|empty|leave the row out",
                "observations;5.5;NaN;line 2, column 'value'|expected a finite number|'NaN'|write a finite number",
                "observations;5.5;Infinity;line 2, column 'value'|expected a finite number|'Infinity'",
                "observations;5.5;1e999;line 2, column 'value'|a double can hold|'1e999'",
                "observations;5.5;1e-999;line 2, column 'value'|a double can hold|'1e-999'",
                "observations;5.5;0x1F;line 2, column 'value'|expected a finite number|'0x1F'",
                "observations;5.5;-5.5;line 2, column 'value'|population must be in [0, inf) persons but was '-5.5'|another unit",
                "observations;million persons;persns;line 2, column 'unit'|population must be in a known unit|'persns'|nearest: persons",
                "observations;million persons;count;line 2, column 'unit'|population must be in persons|'count'|convert",
                "observations;% of GERD;% of GDP;line 4, column 'unit'|gerd_gov_share_pct must be in % of GERD|'% of GDP'|convert",
                "observations;19,18,20;19,20,18;line 4, column 'low'|gerd_gov_share_pct: low must be at most high, 18 but was '20'",
                "observations;19,18,20;21,18,20;line 4, column 'value'|gerd_gov_share_pct must lie in its spread [18, 20] but was '21'",
                "observations;19,18,20;19,18,200;line 4, column 'high'|gerd_gov_share_pct must be in [0, 100] % but was '200'",
                "observations;19,18,20;19,,20;line 4, column 'low'|expected a finite number|empty",
                "observations;range;;line 4, column 'spread'|low and high need a spread|empty|fill it in",
                "observations;range;sd;line 4, column 'spread'|expected nothing, range, interval90 or exact|'sd'",
                "observations;S1,high;S3,high;line 2, column 'source_id'|must stand in sources.csv|'S3'|nearest: S1, S2",
                "observations;S1,high;,high;line 2, column 'source_id'|must not be empty|fill it in",
                "observations;S1,high;S1,HIGH;line 2, column 'confidence'|expected one of high, medium, low|'HIGH'",
                "observations;MEASURED;measured;line 2, column 'kind'|expected one of MEASURED|'measured'",
                "observations;SURVEY,yes;SURVEY,no;line 4, column 'partial'|expected nothing, yes or withdrawn|'no'",
                "observations;,partial,;,partail,;line 1|only the expected columns|'partail'; nearest: partial",
                "observations;,partial,note;,note;line 1|'partial', which is missing|the columns are",
                "observations;,partial,note;,partial,note,extra;line 1|only the expected columns|'extra'|remove it",
                "observations;,partial,note;,partial,partial,note;line 1|each column once|'partial' twice|remove one",
                "observations;year,value;value,year;line 1|must have its columns in their order|the columns are",
                "observations;S1,high,;S1,high,,;line 2|a row must have 13 cells|14 cells|quote cells that hold commas",
                "observations;NOR,;;line 2|a row must have 13 cells|12 cells",
                "observations;lines\";lines;line |cannot be read|quote",
                "sources;S2,Second;S1,Second;line 3, column 'source_id'|each source must stand in one row|'S1'|another id",
                "sources;First;;line 2, column 'title'|must not be empty|fill it in",
                "sources;2025;20255;line 2, column 'year'|expected a year|'20255'",
                "sources;open;opn;line 2, column 'licence_class'|expected one of open|'opn'",
                "sources;2026-11-23;23.11.2026;line 2, column 'accessed'|expected a day such as 2025-01-13|'23.11.2026'",
                "events;2024-02;2024-13;line 2, column 'date'|a year, a month or a day|'2024-13'",
                "events;2024-02,month;2024-02,day;line 2, column 'date_precision'|the precision of the date, month|'day'",
                "events;E2;E1;line 3, column 'event_id'|an id of its own|'E1'|line 2",
                "events;USA,CHN;USA,CHM;line 3, column 'target_iso3'|that of a country|'CHM'|nearest",
                "events;,strategy;,strat;line 2, column 'type'|expected one of strategy|'strat'",
                "events;funding;money;line 2, column 'scenario_tag'|expected one of|'money'",
                "events;Plan;;line 2, column 'title'|must not be empty",
                "events;S1,high;S9,high;line 2, column 'source_id'|must stand in sources.csv|'S9'",
            })
    void refusesATableWithOneMistakeByOneClearError(String table, String from, String to, String fragments)
            throws IOException {
        if (table.equals("sources") && from.equals("S2,Second")) {
            // nothing cites the second source any more
            change("observations.csv", "S2", "S1");
            change("events.csv", "S2", "S1");
        }
        change(table + ".csv", from, to);
        assertOneProblem(() -> DossierFiles.read(directory), table + ".csv " + "|" + fragments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "2025-05-32,;column 'in_force_from'|expected a day|'2025-05-32'",
                "2025-05-02,2025-05-01;column 'in_force_until'|must end after its first day, 2025-05-02|'2025-05-01'",
                ",soon;column 'in_force_until'|expected a day|'soon'",
            })
    void refusesDaysOfRulesThatAreNone(String days, String fragments) throws IOException {
        write(
                "observations.csv",
                OBSERVATIONS.lines().findFirst().orElseThrow()
                        + ",in_force_from,in_force_until\nNOR,population,2024,5,,,,persons,S1,high,MEASURED,,," + days
                        + "\n");
        assertOneProblem(() -> DossierFiles.read(directory), "observations.csv line 2|" + fragments);
    }

    @Test
    void theSameRowTwiceIsOneProblem() throws IOException {
        write("observations.csv", OBSERVATIONS + OBSERVATIONS.substring(OBSERVATIONS.indexOf("CHN")));
        assertOneProblem(
                () -> DossierFiles.read(directory),
                "observations.csv line 5|each observation must stand in one row|observations.csv line 4|remove one");
    }

    @Test
    void anObservationOrSourceTableWithoutRowsIsOneProblem() throws IOException {
        String header = OBSERVATIONS.lines().findFirst().orElseThrow();
        write("observations.csv", header + "\n");
        assertOneProblem(() -> DossierFiles.read(directory), "observations.csv line 1|at least one row|cut off");
        write("observations.csv", header);
        assertOneProblem(() -> DossierFiles.read(directory), "observations.csv line 1|a line break|cut off");
        write("observations.csv", OBSERVATIONS);
        write("sources.csv", SOURCES.lines().findFirst().orElseThrow() + "\n");
        assertOneProblem(() -> DossierFiles.read(directory), "sources.csv line 1|at least one row|cut off");
    }

    @Test
    void supplementAndEventsMayHaveNoRows() throws IOException {
        write("supplement.csv", OBSERVATIONS.lines().findFirst().orElseThrow() + "\n");
        write("events.csv", EVENTS.lines().findFirst().orElseThrow() + "\n");
        assertThat(DossierFiles.read(directory).size()).isEqualTo(2);
    }

    @Test
    void refusesToWriteADossierWithoutObservations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DossierFiles.write(Dossier.builder().build(), directory))
                .withMessageContaining("Dossier must have at least one observation that is not supplementary");
        assertThat(directory.resolve("observations.csv")).hasContent(OBSERVATIONS);
    }

    @Test
    void semicolonsAreOneProblem() throws IOException {
        write("events.csv", EVENTS.replace(',', ';'));
        assertOneProblem(
                () -> DossierFiles.read(directory), "events.csv line 1|11 columns separated by commas|event_id;");
    }

    @Test
    void reportsTheMistakesOfAllTablesInTheirOrder() throws IOException {
        change("sources.csv", "First", "");
        change("observations.csv", "5.5", "NaN");
        change("observations.csv", "NOR", "NRO");
        change("observations.csv", "% of GERD", "% of GDP");
        change("events.csv", "2025", "soon");
        InvalidDataException refusal = refusal(() -> DossierFiles.read(directory));
        assertThat(refusal.problems())
                .extracting(p -> p.source() + " " + p.location())
                .containsExactly(
                        "sources.csv line 2, column 'title'",
                        "observations.csv line 2, column 'country_iso3'",
                        "observations.csv line 2, column 'value'",
                        "observations.csv line 4, column 'unit'",
                        "events.csv line 3, column 'date'");
        assertThat(refusal.getMessage()).startsWith("5 problems:\n");
    }

    @Test
    void anUnreadableTableDoesNotHideTheMistakesOfTheOthers() throws IOException {
        Files.write(directory.resolve("sources.csv"), "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        write("events.csv", " \n");
        change("observations.csv", "5.5", "NaN");
        assertThat(refusal(() -> DossierFiles.read(directory)).problems())
                .extracting(Problem::source)
                .containsExactly("sources.csv", "observations.csv", "events.csv");
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Files.delete(directory.resolve("sources.csv"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DossierFiles.read(directory)))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("sources.csv");
    }

    @Test
    void everyPrefixOfATableIsReadOrRefused() {
        int refused = 0;
        for (int end = 0; end < OBSERVATIONS.length(); end++) {
            String prefix = OBSERVATIONS.substring(0, end);
            refused += Mutation.isRefused(prefix, t -> DossierFiles.parse(t, SOURCES)) ? 1 : 0;
        }
        // only what is cut off after the line break of a row cannot be told from a whole table: here after the first
        // row
        assertThat(refused).isEqualTo(OBSERVATIONS.length() - 1);
    }

    @Test
    void manyMistakesAndLongCellsAreBounded() {
        String row = "X,y,z,w,,,,u," + "s".repeat(50_000) + ",c,k,,\n";
        String header = OBSERVATIONS.substring(0, OBSERVATIONS.indexOf('\n') + 1);
        InvalidDataException refusal = refusal(() -> DossierFiles.parse(header + row.repeat(400), SOURCES));
        assertThat(refusal.problems()).hasSize(1_000);
        assertThat(refusal.getMessage()).hasSizeLessThan(20_000);
        assertOneProblem(
                () -> DossierFiles.parse(header + "\"" + "x".repeat(2_000_000) + "\"", SOURCES),
                "observations line 2|a cell must have at most 100,000 characters|quote missing");
    }

    // 3,000 mutations of the bundled table; the seed is fixed
    @Test
    void mutatedTablesAreReadOrRefused() {
        Random random = new Random(20263);
        String sources = Fixtures.text("reference/sources.csv");
        String text = Fixtures.text("reference/observations.csv")
                .lines()
                .limit(60)
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            refused += Mutation.isRefused(Mutation.of(text, random), t -> DossierFiles.parse(t, sources)) ? 1 : 0;
        }
        assertThat(refused).isBetween(500, 2_990);
    }
}
