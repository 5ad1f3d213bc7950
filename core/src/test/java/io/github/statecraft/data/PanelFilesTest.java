package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.IndicatorTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected panels are built cell by cell; expected texts follow from the comments of {@link TableFiles}. */
class PanelFilesTest {
    private static final Year Y2020 = Year.of(2020);
    private static final Year Y2021 = Year.of(2021);

    /** Two years; Hong Kong comes, Norway changes its label, its group and its rank. */
    private static final IndicatorPanel PANEL = IndicatorPanel.of(Map.of(
            Y2020,
            IndicatorTable.builder()
                    .unit("NOR", "Norway", true)
                    .unit("CHE")
                    .group("NOR", "ECA")
                    .value("NOR", "x", 1.5)
                    .value("CHE", "x", -2)
                    .indicator("y")
                    .build(),
            Y2021,
            IndicatorTable.builder()
                    .unit("CHE")
                    .unit("HKG", "Hong Kong, China (SAR)", true)
                    .unit("NOR", "Kingdom of Norway", false)
                    .group("NOR", "Europe")
                    .value("HKG", "x", 3)
                    .value("NOR", "x", 4)
                    .value("CHE", "y", 0.1)
                    .build()));

    @Test
    void readsRowsInAnyOrder() {
        assertThat(TableFiles.parsePanel("""
                        unit,year,label,group,ranked,x,y
                        CHE,2021,,,,,0.1
                        NOR,2020,Norway,ECA,true,1.5,
                        HKG,2021,"Hong Kong, China (SAR)",,True,3,
                        CHE,2020,CHE,,,-2,

                        NOR,2021,Kingdom of Norway,Europe,FALSE,4,
                        """)).isEqualTo(PANEL);
    }

    @Test
    void readsWhatTheCallerSaysOfTheColumns() {
        TableReader reader = TableReader.withDefaults()
                .withUnit("iso3")
                .withYear("Time")
                .withLabel("country")
                .withGroup("region")
                .withRanked("ranked")
                .ignoring("source")
                .withMissing("..")
                .withSeparator(';');
        assertThat(reader.parsePanel("""
                        x;source;ranked;country;region;Time;iso3;y
                        1.5;a;;Norway;ECA;2020;NOR;..
                        -2;b;;;..;2020;CHE;..
                        ..;b;;;;2021;CHE;0.1
                        3;c;;Hong Kong, China (SAR);;2021;HKG;..
                        4;c;false;Kingdom of Norway;Europe;2021;NOR;
                        """)).isEqualTo(PANEL);
        assertThat(reader)
                .hasToString("tables with the unit in iso3, year in Time, label in country, group in region, "
                        + "ranked in ranked, ignoring source, missing ..");
    }

    @Test
    void theYearMayStandAnywhere() {
        IndicatorPanel expected = IndicatorPanel.of(Map.of(
                Y2020,
                IndicatorTable.builder()
                        .unit("A", "Alpha", true)
                        .value("A", "x", 7)
                        .build()));
        assertThat(List.of(
                        "unit,year,label,x\nA,2020,Alpha,7\n",
                        "year,unit,label,x\n2020,A,Alpha,7\n",
                        "unit,label,year,x\nA,Alpha,2020,7\n",
                        "unit,label,x,year\r\nA,Alpha,7, \"2020\" \r\n"))
                .allSatisfy(text -> assertThat(TableFiles.parsePanel(text)).isEqualTo(expected));
        assertThat(TableReader.withDefaults().withLabel("name").parsePanel("year,iso3,x,name\n2020,A,7,Alpha\n"))
                .isEqualTo(expected);
        assertThat(TableReader.withDefaults()
                        .withYear("t")
                        .parsePanel("t,c,year\n2020,A,1\n")
                        .table(Y2020)
                        .indicators())
                .containsExactly("year");
    }

    @Test
    void everyYearHasAllColumns() {
        IndicatorPanel panel = TableFiles.parsePanel("id,year,x,y\nA,1900,1,\nA,2100,,2\n");
        assertThat(panel.years()).containsExactly(Year.of(1900), Year.of(2100));
        assertThat(panel.years())
                .allSatisfy(year -> assertThat(panel.table(year).indicators()).containsExactly("x", "y"));
        assertThat(panel.table(Year.of(1900)).value("A", "y")).isEmpty();
        assertThat(panel.table(Year.of(2100)).value("A", "y")).hasValue(2);
    }

    @Test
    void writesYearByYear() {
        assertThat(TableFiles.format(PANEL)).isEqualTo("""
                unit,year,label,group,ranked,x,y
                NOR,2020,Norway,ECA,true,1.5,
                CHE,2020,CHE,,true,-2,
                CHE,2021,CHE,,true,,0.1
                HKG,2021,"Hong Kong, China (SAR)",,true,3,
                NOR,2021,Kingdom of Norway,Europe,false,4,
                """);
        assertThat(TableFiles.parsePanel(TableFiles.format(PANEL))).isEqualTo(PANEL);
    }

    @Test
    void whatIsWrittenIsReadBackEqual(@TempDir Path directory) {
        SplittableRandom random = new SplittableRandom(17);
        List<String> names =
                List.of("a,b", "\"", "x\ny", " lead", "\u4e2d", "\uFEFFmark", "2020", "year", "label", "\r");
        Path path = directory.resolve("panel.csv");
        for (int i = 0; i < 200; i++) {
            int indicators = random.nextInt(1, 5);
            Map<Year, IndicatorTable> tables = new TreeMap<>();
            for (int years = random.nextInt(1, 6); years > 0; years--) {
                IndicatorTable.Builder table = IndicatorTable.builder();
                for (int u = 0; u < 6; u++) {
                    if (u == 0 || random.nextBoolean()) {
                        String id = names.get(random.nextInt(names.size())) + u;
                        String label = random.nextInt(3) > 0 ? id : names.get(random.nextInt(names.size() - 1));
                        table.unit(id, label, random.nextInt(5) > 0);
                        if (random.nextInt(3) == 0) {
                            table.group(id, names.get(random.nextInt(names.size() - 1)));
                        }
                        for (int j = 0; j < indicators; j++) {
                            double x = Double.longBitsToDouble(random.nextLong());
                            table.indicator(names.get(j) + j);
                            if (random.nextBoolean() && Double.isFinite(x)) {
                                table.value(id, names.get(j) + j, x);
                            }
                        }
                    }
                }
                tables.put(Year.of(random.nextInt(1900, 2101)), table.build());
            }
            IndicatorPanel panel = IndicatorPanel.of(tables);
            TableFiles.write(panel, path);
            assertThat(TableFiles.readPanel(path)).isEqualTo(panel);
            assertThat(TableFiles.parsePanel(TableFiles.format(panel))).isEqualTo(panel);
        }
    }

    /** More rows than are collected at once, years mixed, with gaps; against tables built cell by cell. */
    @Test
    void readsManyRowsWithGaps() {
        List<int[]> rows = new ArrayList<>();
        for (int year = 2000; year < 2013; year++) {
            for (int unit = 0; unit < 1_000; unit++) {
                rows.add(new int[] {year, unit});
            }
        }
        Collections.shuffle(rows, new Random(19));
        StringBuilder text = new StringBuilder("year,id,a,b\n");
        Map<Year, IndicatorTable.Builder> expected = new TreeMap<>();
        for (int[] row : rows) {
            String unit = "u" + row[1];
            IndicatorTable.Builder table = expected.computeIfAbsent(
                    Year.of(row[0]),
                    year -> IndicatorTable.builder().indicator("a").indicator("b"));
            table.unit(unit).value(unit, "b", row[0] + row[1]);
            text.append(row[0]).append(',').append(unit).append(',');
            if (row[1] % 3 > 0) {
                text.append(row[1]).append(".25");
                table.value(unit, "a", row[1] + 0.25);
            }
            text.append(',').append(row[0] + row[1]).append('\n');
        }
        Map<Year, IndicatorTable> tables = new TreeMap<>();
        expected.forEach((year, table) -> tables.put(year, table.build()));
        assertThat(TableFiles.parsePanel(text.toString())).isEqualTo(IndicatorPanel.of(tables));
    }

    @Test
    void refusesToWriteWhatCannotBeReadBack() {
        IndicatorTable one =
                IndicatorTable.builder().unit("A").value("A", "x", 1).build();
        IndicatorTable none = IndicatorTable.builder().indicator("x").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.format(IndicatorPanel.of(Map.of(Y2020, one, Y2021, none))))
                .withMessage(
                        "TableFiles: a panel to be written must have at least one unit in each year and one indicator "
                                + "but had 0 in 2021 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.format(IndicatorPanel.of(Map.of(Year.of(1899), one, Y2021, one))))
                .withMessage("TableFiles: the years of a panel to be written must be in [1900, 2100], as no others are "
                        + "read, but one was 1899; leave it out");
        for (String name : List.of("unit", "year", "label", "group", "ranked")) {
            IndicatorTable named =
                    IndicatorTable.builder().unit("A").indicator(name).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TableFiles.format(IndicatorPanel.of(Map.of(Y2020, named))))
                    .withMessage("TableFiles: an indicator of a panel to be written must not be named " + name
                            + ", which is a column of the file; give it another id");
        }
    }

    /** All years count together: 11 x 100,000 rows are more than a million. */
    @Test
    void refusesToWriteMoreThanIsRead() {
        IndicatorTable.Builder table = IndicatorTable.builder().indicator("x");
        for (int unit = 0; unit < 100_000; unit++) {
            table.unit("u" + unit);
        }
        IndicatorTable large = table.build();
        Map<Year, IndicatorTable> tables = new TreeMap<>();
        for (int year = 2000; year <= 2010; year++) {
            tables.put(Year.of(year), large);
        }
        IndicatorPanel panel = IndicatorPanel.of(tables);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.format(panel))
                .withMessageContaining("a panel to be written must have at most")
                .withMessageEndingWith("but had 1,100,000 x 3; split it");
    }

    @Test
    void aReaderOfPanelsReadsNoTable(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("panel.csv"), "id,t,x\nA,2020,1\n");
        TableReader reader = TableReader.withDefaults().withYear("t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(path))
                .withMessage(
                        "TableReader.read: a table must have no year but the column 't' is said to be one; readPanel "
                                + "reads a row for each unit and year, and a reader without withYear reads a table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.parse("id,t,x\nA,2020,1\n"))
                .withMessageStartingWith("TableReader.parse: a table must have no year but")
                .withMessageContaining("parsePanel reads");
        assertThat(reader.readPanel(path).years()).containsExactly(Y2020);
        assertThat(TableFiles.read(path).indicators()).containsExactly("t", "x");
    }

    @Test
    void aColumnIsOneThing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableReader.withDefaults().ignoring("year").parsePanel("id,year,x\nA,2020,1\n"))
                .withMessage("TableReader: a column must be one thing but 'year' is said to be two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableReader.withDefaults().withLabel("id").parsePanel("year,id,x\n2020,A,1\n"))
                .withMessageContaining("the first column 'id' is the id of the unit unless withUnit names another");
    }

    @Test
    void namesTheFile(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("gii.csv"), "id,year,x\nA,2020,1\nA,2021,1\nA,2020,2\n");
        assertThatThrownBy(() -> TableFiles.readPanel(path))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "gii.csv line 4, column 'id': each unit must have one row a year but was 'A', of 2020 as in line "
                                + "2; remove one");
        assertThatThrownBy(() -> TableFiles.readPanel(directory.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("none.csv: there is no such file");
    }
}
