package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.statecraft.estimate.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorTableTest {
    private static IndicatorTable.Builder table() {
        return IndicatorTable.builder().unit("CHN").unit("USA").value("CHN", "gerd", 2.6);
    }

    @Test
    void holdsWhatItWasGiven() {
        IndicatorTable table = table().unit("EUU", "European Union", false)
                .indicator("empty")
                .reading("EUU", "gerd", ScoreFixtures.reading(Estimate.range(2.2, 2, 3)))
                .build();
        assertThat(table.units()).containsExactly("CHN", "USA", "EUU");
        assertThat(table.indicators()).containsExactly("gerd", "empty");
        assertThat(table.value("CHN", "gerd")).hasValue(2.6);
        assertThat(table.value("USA", "gerd")).isEmpty();
        assertThat(table.value("EUU", "gerd")).hasValue(2.2);
        assertThat(table.value("EUU", "empty")).isEmpty();
        assertThat(table.reading("EUU", "gerd").orElseThrow().estimate()).isEqualTo(Estimate.range(2.2, 2, 3));
        assertThat(table.reading("CHN", "gerd")).isEmpty();
        assertThat(List.of(table.label("CHN"), table.label("EUU"))).containsExactly("CHN", "European Union");
        assertThat(List.of(table.isRanked("CHN"), table.isRanked("EUU"))).containsExactly(true, false);
    }

    @Test
    void rowsMayComeAfterCells() {
        IndicatorTable.Builder builder = table();
        for (int i = 0; i < 100; i++) {
            builder.unit("u" + i).value("u" + i, "late", i);
        }
        IndicatorTable table = builder.build();
        for (int i = 0; i < 100; i++) {
            assertThat(table.value("u" + i, "late")).hasValue(i);
            assertThat(table.value("u" + i, "gerd")).isEmpty();
        }
        assertThat(table.value("USA", "late")).isEmpty();
        assertThat(table.value("CHN", "gerd")).hasValue(2.6);
    }

    @Test
    void aBuilderGoesOnWithoutChangingWhatItMade() {
        IndicatorTable.Builder builder = table();
        IndicatorTable before = builder.build();
        builder.value("USA", "gerd", 3.4);
        assertThat(before).isEqualTo(table().build());
        assertThat(builder.build().value("USA", "gerd")).hasValue(3.4);
    }

    @Test
    void aRefusedCallLeavesTheBuilderAsItWas() {
        IndicatorTable.Builder builder = table();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.value("CHN", "gerd", 9));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.unit("CHN", "Other", false));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.value("USA", "new", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.value("FRA", "new", 1));
        assertThat(builder.build()).isEqualTo(table().build());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesValuesThatAreNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().value("USA", "gerd", value))
                .withMessageStartingWith("IndicatorTable.value of USA, gerd must be finite but was ")
                .withMessageEndingWith("; leave a missing cell out");
    }

    @Test
    void refusesWhatIsThereAlready() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().value("CHN", "gerd", 2.6))
                .withMessage("IndicatorTable.value of CHN, gerd must be given once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().unit("USA"))
                .withMessage("IndicatorTable.units must have each unit once but USA was there already; "
                        + "give two years of one country two ids");
    }

    @Test
    void aUnitMayBelongToAGroup() {
        IndicatorTable table = table().group("USA", "Americas").build();
        assertThat(table.group("USA")).hasValue("Americas");
        assertThat(table.group("CHN")).isEmpty();
        assertThat(List.of(table.label("USA"), table.units().get(1))).containsExactly("USA", "USA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.group("USB"))
                .withMessage("IndicatorTable: no unit 'USB' in this table; nearest: USA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().group("FRA", "Europe"))
                .withMessageStartingWith("IndicatorTable: no unit 'FRA'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().group("USA", " "))
                .withMessage("IndicatorTable.group of USA must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().group("USA", "a").group("USA", "b"))
                .withMessage("IndicatorTable.group of USA must be given once but was a already");
    }

    @Test
    void cellsGivenInOneCallAreThoseGivenOneByOne() {
        IndicatorTable.Builder one = table().unit("FRA").unit("DEU");
        IndicatorTable.Builder all = IndicatorTable.builder();
        List.of("CHN", "USA", "FRA", "DEU").forEach(all::unit);
        one.value("FRA", "gerd", 2.2).value("DEU", "gerd", -0.0).value("USA", "x", 7);
        double[] tail = {2.2, -0.0};
        all.values("gerd", 0, 2.6).values("gerd", 2, tail).values("x", 1, 7);
        tail[0] = 99;
        IndicatorTable before = one.build();
        assertThat(all.build()).isEqualTo(before);
        one.unit("ITA").value("ITA", "x", 3);
        all.unit("ITA").values("x", 4, 3);
        assertThat(all.build()).isEqualTo(one.build()).isNotEqualTo(before);
        assertThat(before.value("FRA", "gerd")).hasValue(2.2);
    }

    @Test
    void aRefusedCallFillsNoCell() {
        IndicatorTable.Builder builder = table();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.values("x", 1, 1, 2))
                .withMessage(
                        "IndicatorTable.values of x: there must be a unit for each of 2 values from unit number 1 on "
                                + "but there are 2 units; add the units first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.values("x", -1, 1))
                .withMessageContaining("from unit number -1 on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.values("x", 0, 1, Double.NaN))
                .withMessage("IndicatorTable.value of USA, x must be finite but was NaN; leave a missing cell out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.values("gerd", 0, 1, 2))
                .withMessage("IndicatorTable.value of CHN, gerd must be given once");
        assertThat(builder.build()).isEqualTo(table().build());
    }

    @Test
    void refusesBlankNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().unit(" "))
                .withMessage("IndicatorTable.units must not have a blank id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().unit("FRA", "", true))
                .withMessage("IndicatorTable.units: the label of FRA must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().indicator(""))
                .withMessage("IndicatorTable.indicators must not have a blank id");
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        IndicatorTable table = table().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.value("CHM", "gerd"))
                .withMessage("IndicatorTable: no unit 'CHM' in this table; nearest: CHN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.reading("CHN", "gred"))
                .withMessage("IndicatorTable: no indicator 'gred' in this table; nearest: gerd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.label("XXXXXXXX"))
                .withMessage("IndicatorTable: no unit 'XXXXXXXX' in this table");
        assertThatIllegalArgumentException().isThrownBy(() -> table.isRanked("CHM"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().value("CHM", "gerd", 1))
                .withMessageContaining("nearest: CHN");
    }

    @Test
    void isEqualIfRowsColumnsAndCellsAre() {
        IndicatorTable table = table().build();
        assertThat(table).isEqualTo(table().build()).hasSameHashCodeAs(table().build());
        assertThat(table().value("USA", "x", 0.0).build())
                .isEqualTo(table().value("USA", "x", -0.0).build());
        for (IndicatorTable.Builder other : List.of(
                table().unit("FRA"),
                table().group("USA", "Americas"),
                table().indicator("x"),
                table().value("USA", "gerd", 0),
                IndicatorTable.builder().unit("USA").unit("CHN").value("CHN", "gerd", 2.6),
                IndicatorTable.builder().unit("CHN").unit("USA").value("CHN", "gerd", Math.nextUp(2.6)),
                IndicatorTable.builder().unit("CHN").unit("USA", "USA", false).value("CHN", "gerd", 2.6),
                IndicatorTable.builder()
                        .unit("CHN")
                        .unit("USA")
                        .reading("CHN", "gerd", ScoreFixtures.reading(Estimate.of(2.6))))) {
            assertThat(other.build()).isNotEqualTo(table);
        }
    }
}
