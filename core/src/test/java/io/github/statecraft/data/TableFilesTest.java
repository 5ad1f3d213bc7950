package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.score.IndicatorTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected tables are built cell by cell; expected texts follow from the class comment. */
class TableFilesTest {
    /** The head of the published Human Development Index 2022 in the form in which it is passed around. */
    private static final String HDI = """
            iso3,country,region,life_expectancy,published_hdi,published_rank
            CHE,Switzerland,ECA,84.255,0.967,1
            NOR,Norway,ECA,83.393,0.966,2
            HKG,"Hong Kong, China (SAR)",EAP,84.315,0.956,4
            MCO,Monaco,,86.944,,
            """;

    private static final TableReader HDI_READER =
            TableFiles.withDefaults().withUnit("iso3").withLabel("country").withGroup("region");

    @Test
    void readsWhatTheCallerSaysOfTheColumns() {
        IndicatorTable expected = IndicatorTable.builder()
                .unit("CHE", "Switzerland", true)
                .unit("NOR", "Norway", true)
                .unit("HKG", "Hong Kong, China (SAR)", true)
                .unit("MCO", "Monaco", true)
                .group("CHE", "ECA")
                .group("NOR", "ECA")
                .group("HKG", "EAP")
                .values("life_expectancy", 0, 84.255, 83.393, 84.315, 86.944)
                .build();
        assertThat(HDI_READER.ignoring("published_hdi", "published_rank").parse(HDI))
                .isEqualTo(expected);
        assertThat(HDI_READER.ignoring("published_rank").parse(HDI).indicators())
                .containsExactly("life_expectancy", "published_hdi");
    }

    @Test
    void takesTheFirstColumnForTheUnitAndTheOthersForIndicators() {
        IndicatorTable expected = IndicatorTable.builder()
                .unit("A")
                .unit("B")
                .value("A", "x", 1.5)
                .value("A", "label", -2)
                .value("B", "label", 1.2e-7)
                .build();
        assertThat(TableFiles.parse("id,x,label\nA,1.5,-2\nB,,1.2e-7\n")).isEqualTo(expected);
        assertThat(TableFiles.parse(",x,label\r\n A ,\"1.5\", -2 \r\n\r\nB,,+0.00000012\r\n"))
                .isEqualTo(expected);
        assertThat(TableFiles.withDefaults().withSeparator(';').parse("\uFEFFid;x;label\nA;1.5;-2\nB;;12E-8\n"))
                .isEqualTo(expected);
    }

    @Test
    void takesTextsForMissingOnlyIfTheyAreStated() {
        String text = "id,x,y\nA,NA,-999\nB,..,-999.0\nC,7,NA\n";
        IndicatorTable table =
                TableFiles.withDefaults().withMissing("NA", "..", "-999").parse(text);
        assertThat(table)
                .isEqualTo(IndicatorTable.builder()
                        .unit("A")
                        .unit("B")
                        .unit("C")
                        .value("C", "x", 7)
                        .value("B", "y", -999)
                        .build());
        assertThatThrownBy(() -> TableFiles.withDefaults().withMissing("..").parse(text))
                .hasMessageContaining(
                        "line 2, column 'x': expected a number such as 12.5 but was 'NA'; leave a missing cell "
                                + "empty, or state this text with withMissing")
                .hasMessageContaining("line 4, column 'y'");
    }

    @Test
    void readsItsOwnColumnsOnlyWhereItWritesThem() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("EUU", "European Union", false)
                .unit("CHN")
                .group("CHN", "Asia")
                .value("CHN", "x", 1)
                .build();
        assertThat(TableFiles.format(table)).isEqualTo("""
                unit,label,group,ranked,x
                EUU,European Union,,false,
                CHN,CHN,Asia,true,1
                """);
        assertThat(TableFiles.parse(TableFiles.format(table))).isEqualTo(table);
        assertThat(TableFiles.parse("unit,ranked,x\nEUU,False,1\nCHN,,2\n").isRanked("EUU"))
                .isFalse();
        assertThat(TableFiles.parse("unit,x,ranked\nEUU,1,0\n").indicators()).containsExactly("x", "ranked");
        assertThat(TableFiles.withDefaults()
                        .withRanked("r")
                        .parse("u,r,x\nEUU,FALSE,1\n")
                        .isRanked("EUU"))
                .isFalse();
    }

    @Test
    void writesTheShortestDecimals() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("A")
                .unit("B")
                .values("x", 0, 0.1, 3)
                .values("y, \"z\"", 1, 2e-7)
                .build();
        assertThat(TableFiles.format(table)).isEqualTo("unit,x,\"y, \"\"z\"\"\"\nA,0.1,\nB,3,2.0E-7\n");
    }

    @Test
    void whatIsWrittenIsReadBackEqual(@TempDir Path directory) {
        SplittableRandom random = new SplittableRandom(11);
        List<String> names = List.of(
                "a,b", "\"", "x\ny", " lead", "trail\t", "é中🌍", "\uFEFFmark", "'", "NA", "1", "true", "-", "\r");
        for (int i = 0; i < 200; i++) {
            IndicatorTable.Builder builder = IndicatorTable.builder();
            int units = random.nextInt(1, 7);
            int indicators = random.nextInt(1, 7);
            for (int u = 0; u < units; u++) {
                String id = u + names.get(random.nextInt(names.size()));
                boolean isPlain = random.nextBoolean();
                builder.unit(id, isPlain ? id : names.get(random.nextInt(names.size() - 1)), random.nextInt(4) > 0);
                if (random.nextInt(3) == 0) {
                    builder.group(id, names.get(random.nextInt(names.size() - 1)));
                }
            }
            for (int j = 0; j < indicators; j++) {
                String id = names.get(random.nextInt(names.size() - 1)) + j;
                builder.indicator(id);
                for (int u = 0; u < units; u++) {
                    double x = Double.longBitsToDouble(random.nextLong());
                    if (random.nextBoolean() && Double.isFinite(x)) {
                        builder.values(id, u, x);
                    }
                }
            }
            IndicatorTable table = builder.build();
            Path path = directory.resolve("table.csv");
            TableFiles.write(table, path);
            assertThat(TableFiles.read(path)).isEqualTo(table);
            assertThat(TableFiles.parse(TableFiles.format(table))).isEqualTo(table);
        }
    }

    /** More rows than are collected at once, with gaps at every place, against a table built cell by cell. */
    @Test
    void readsManyRowsWithGaps() {
        SplittableRandom random = new SplittableRandom(13);
        StringBuilder text = new StringBuilder("id,a,b,c\n");
        IndicatorTable.Builder expected =
                IndicatorTable.builder().indicator("a").indicator("b").indicator("c");
        for (int row = 0; row < 12_345; row++) {
            expected.unit("u" + row);
            text.append('u').append(row);
            for (String indicator : List.of("a", "b", "c")) {
                text.append(',');
                if (random.nextInt(indicator.equals("a") ? 3 : 2_000) > 0) {
                    String value = Integer.toString(random.nextInt());
                    text.append(value).append(".25");
                    expected.value("u" + row, indicator, Double.parseDouble(value + ".25"));
                }
            }
            text.append('\n');
        }
        assertThat(TableFiles.parse(text.toString())).isEqualTo(expected.build());
    }

    @Test
    void refusesToWriteWhatCannotBeReadBack() {
        IndicatorTable.Builder builder = IndicatorTable.builder().unit("A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.format(builder.build()))
                .withMessage(
                        "TableFiles: a table to be written must have at least one unit and one indicator but had 1 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.format(
                        IndicatorTable.builder().unit("A").indicator("group").build()))
                .withMessage(
                        "TableFiles: an indicator of a table to be written must not be named group, which is a column of "
                                + "the file; give it another id");
        for (String text : List.of("a\0b", "\uD83C", "x".repeat(100_001))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TableFiles.format(
                            IndicatorTable.builder().unit(text).indicator("x").build()))
                    .withMessageStartingWith("TableFiles: a text must ");
        }
        IndicatorTable.Builder wide = IndicatorTable.builder();
        for (int i = 0; i < 201; i++) {
            wide.unit("u" + i);
        }
        for (int i = 0; i < 99_999; i++) {
            wide.indicator("i" + i);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.format(wide.build()))
                .withMessageContaining("at most 20,000,000 cells")
                .withMessageEndingWith("but had 201 x 100,000; split it");
    }

    @Test
    void saysWhyAFileCannotBeReadAtAll(@TempDir Path directory) {
        assertThatThrownBy(() -> TableFiles.read(directory.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("none.csv: there is no such file");
        assertThatThrownBy(() -> TableFiles.read(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith(": it is a directory");
    }

    @Test
    void namesTheFile(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("hdi.csv"), "id,x\nA,1\nA,2\n");
        assertThatThrownBy(() -> TableFiles.read(path))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("hdi.csv line 3, column 'id': each unit must have one row but was 'A', as in line 2; "
                        + "remove one; TableFiles.readPanel reads several years of one unit");
    }

    @Test
    void aColumnIsOneThing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HDI_READER.ignoring("region").parse(HDI))
                .withMessage("TableReader: a column must be one thing but 'region' is said to be two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFiles.withDefaults().withLabel("iso3").parse(HDI))
                .withMessageContaining("the first column 'iso3' is the id of the unit unless withUnit names another");
        assertThatIllegalArgumentException().isThrownBy(() -> HDI_READER.withUnit(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> HDI_READER.withYear(""));
    }

    @ParameterizedTest
    @ValueSource(chars = {'.', '"', '\n', 'a', '1', ' ', '\0'})
    void refusesWhatCannotSeparate(char separator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HDI_READER.withSeparator(separator))
                .withMessageStartingWith("TableReader.separator must be a comma, a semicolon, a tab or | but was U+00");
    }

    @Test
    void readersAreEqualIfTheirOptionsAre() {
        TableReader reader = TableReader.withDefaults();
        assertThat(HDI_READER)
                .isEqualTo(reader.withGroup("region").withLabel("country").withUnit("iso3"));
        assertThat(HDI_READER)
                .hasSameHashCodeAs(
                        reader.withGroup("region").withLabel("country").withUnit("iso3"));
        assertThat(List.of(
                        reader.withUnit("a"),
                        reader.withYear("a"),
                        reader.withLabel("a"),
                        reader.withGroup("a"),
                        reader.withRanked("a"),
                        reader.ignoring("a"),
                        reader.withMissing("a"),
                        reader.withSeparator('|'),
                        reader))
                .doesNotHaveDuplicates();
        assertThat(HDI_READER
                        .ignoring("published_hdi")
                        .ignoring("published_rank")
                        .withMissing("NA", ".."))
                .hasToString("tables with the unit in iso3, label in country, group in region, ignoring published_hdi, "
                        + "published_rank, missing NA ..");
        assertThat(reader).hasToString("tables with the unit in the first column");
    }
}
