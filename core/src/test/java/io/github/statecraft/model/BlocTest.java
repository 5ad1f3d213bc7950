package io.github.statecraft.model;

import static io.github.statecraft.Samples.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.statecraft.Samples;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import java.time.Year;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracles: sums and weighted means by hand. */
class BlocTest {
    private static final Jurisdiction BLOC = Jurisdiction.bloc("ZZF");
    private static final Jurisdiction DEU = Jurisdiction.of("DEU");
    private static final Jurisdiction FRA = Jurisdiction.of("FRA");
    private static final NationalAiStrategy GERMANY = NationalAiStrategy.of(DEU)
            .with("population", of("population", 100))
            .with("gdp_usd", of("gdp_usd", 1_000))
            .with("internet_users_pct", of("internet_users_pct", 50))
            .with("gerd_pct_gdp", of("gerd_pct_gdp", 1))
            .with("us_export_tier", of("us_export_tier", 1))
            .with("top500_count", of("top500_count", 41))
            .with("notable_models_count", of("notable_models_count", 4));
    private static final NationalAiStrategy FRANCE = NationalAiStrategy.of(FRA)
            .with("population", of("population", 300))
            .with("gdp_usd", of("gdp_usd", 3_000))
            .with("internet_users_pct", of("internet_users_pct", 90).withYear(Year.of(2024)))
            .with("gerd_pct_gdp", of("gerd_pct_gdp", 3))
            .with("us_export_tier", of("us_export_tier", 2))
            .with("notable_models_count", of("notable_models_count", 3));

    @Test
    void combinesEachAttributeByItsRule() {
        NationalAiStrategy bloc = Bloc.of(BLOC, List.of(GERMANY, FRANCE)).strategy();
        assertThat(bloc.quantity("population").estimate()).contains(Estimate.of(400));
        assertThat(bloc.quantity("gdp_usd").estimate()).contains(Estimate.of(4_000));
        // (100 * 50 + 300 * 90) / 400
        assertThat(bloc.quantity("internet_users_pct").estimate()).contains(Estimate.of(80));
        // (1000 * 1 + 3000 * 3) / 4000
        assertThat(bloc.quantity("gerd_pct_gdp").estimate()).contains(Estimate.of(2.5));
        // the higher the tier, the more restricted
        assertThat(bloc.quantity("us_export_tier").estimate()).contains(Estimate.of(2));
        // a model with authors in two countries counts in both, so that the sum would count it twice
        assertThat(bloc.quantity("notable_models_count").isObserved()).isFalse();
    }

    @Test
    void refusesToSumWhereAMemberIsMissingAndListsIt() {
        Bloc bloc = Bloc.of(BLOC, List.of(GERMANY, FRANCE));
        Attribute systems = Attribute.of("top500_count");
        assertThat(bloc.strategy().quantity(systems).isObserved()).isFalse();
        assertThat(bloc.missing().get(systems)).containsExactly(FRA);
        assertThat(bloc.missing().get(Attribute.of("population"))).isEmpty();
        assertThat(bloc.missing().get(Attribute.of("gerd_ppp_usd_bn"))).containsExactly(DEU, FRA);
        assertThat(bloc.missing().get(Attribute.of("notable_models_count"))).isEmpty();
    }

    @Test
    void takesAMeanOfTheMembersThatHaveValueAndWeightAndSaysWhoIsMissing() {
        for (NationalAiStrategy france : List.of(
                FRANCE.with("internet_users_pct"),
                FRANCE.with("population"),
                FRANCE.with("population", of("population", 0)))) {
            Bloc bloc = Bloc.of(BLOC, List.of(GERMANY, france));
            Quantity share = bloc.strategy().quantity("internet_users_pct");
            assertThat(share.estimate()).contains(Estimate.of(50));
            assertThat(share.observations().get(0).evidence().note()).contains("without FRA");
            assertThat(bloc.missing().get(share.attribute())).containsExactly(FRA);
        }
    }

    @Test
    void marksWhatIsCombinedAsModelledWithUnknownSpreadAndTheLatestYear() {
        Observation combined = Bloc.of(BLOC, List.of(GERMANY, FRANCE))
                .strategy()
                .quantity("internet_users_pct")
                .observations()
                .get(0);
        assertThat(combined.evidence().kind()).isEqualTo(EvidenceKind.MODELLED);
        assertThat(combined.evidence().note()).contains("all members");
        assertThat(combined.estimate().spread().isKnown()).isFalse();
        assertThat(combined.year()).isEqualTo(Year.of(2025));
    }

    @Test
    void isTheSameWhateverTheOrderOfMembers() {
        Bloc bloc = Bloc.of(BLOC, List.of(FRANCE, GERMANY, NationalAiStrategy.of(Jurisdiction.of("AUT"))));
        assertThat(bloc)
                .isEqualTo(Bloc.of(BLOC, List.of(NationalAiStrategy.of(Jurisdiction.of("AUT")), GERMANY, FRANCE)));
        assertThat(bloc.members()).extracting(Jurisdiction::code).containsExactly("AUT", "DEU", "FRA");
    }

    /** A mean of equal values is that value; rounding alone would sometimes give a share above 100 %, which is refused. */
    @Test
    void keepsAMeanOfEqualValuesForAnyWeights() {
        Random random = new Random(20261124);
        for (int i = 0; i < 300; i++) {
            double first = 1e9 * random.nextDouble();
            double second = 1e9 * random.nextDouble();
            Bloc bloc = Bloc.of(BLOC, List.of(online(GERMANY, first), online(FRANCE, second)));
            assertThat(bloc.strategy().quantity("internet_users_pct").estimate())
                    .contains(Estimate.of(100));
        }
    }

    @Test
    void saysWhichSumLeavesItsRange() {
        String share = "top500_rmax_share_pct";
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Bloc.of(BLOC, List.of(GERMANY.with(share, of(share, 60)), FRANCE.with(share, of(share, 40.5)))))
                .withMessage(
                        "Bloc ZZF: the sum of top500_rmax_share_pct over its members must be in [0, 100] % but was "
                                + "100.5; leave a member out or correct its value");
    }

    @Test
    void refusesBlocsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bloc.of(DEU, List.of(FRANCE)))
                .withMessage("Bloc.jurisdiction must be a bloc but was the country DEU");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bloc.of(BLOC, List.of()))
                .withMessage("Bloc.members must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bloc.of(BLOC, List.of(FRANCE, GERMANY, FRANCE)))
                .withMessage("Bloc.members must each occur once but were [DEU, FRA, FRA]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bloc.of(BLOC, List.of(FRANCE, GERMANY.withAsOf(Year.of(2020)))))
                .withMessageStartingWith("Bloc.members must have one as-of year");
    }

    private static NationalAiStrategy online(NationalAiStrategy strategy, double population) {
        return strategy.with("population", Samples.of("population", population))
                .with("internet_users_pct", Samples.of("internet_users_pct", 100));
    }

    /** The European Union has 27 members (Treaty on European Union, accessions up to Croatia 2013, without the United Kingdom). */
    @Test
    void knowsWhoIsAbsentFromTheEuropeanUnion() {
        Jurisdiction union = Jurisdiction.of("EUU");
        assertThat(union.members()).hasSize(27).contains(DEU, FRA).doesNotContain(Jurisdiction.of("GBR"));
        Bloc bloc = Bloc.of(union, List.of(GERMANY, FRANCE));
        assertThat(bloc.absent()).hasSize(25).doesNotContain(DEU, FRA);
        assertThat(bloc.strategy().quantity("population").isObserved()).isFalse();
        assertThat(bloc.missing().get(Attribute.of("population"))).isEqualTo(bloc.absent());
        assertThat(bloc.strategy().quantity("internet_users_pct").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.evidence().note().orElseThrow()).contains("without AUT, BEL"));
        assertThat(bloc.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void refusesAStrangerInTheEuropeanUnion() {
        NationalAiStrategy britain = NationalAiStrategy.of(Jurisdiction.of("GBR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bloc.of(Jurisdiction.of("EUU"), List.of(GERMANY, britain)))
                .withMessageContaining("must be among AUT, BEL")
                .withMessageContaining("but were DEU, GBR");
    }

    @Test
    void keepsTheStrictestLicenceOfItsInputs() {
        Observation series = of("internet_users_pct", 50);
        Observation closed = series.withEvidence(
                series.evidence().withSource(series.evidence().source().withLicenceClass(LicenceClass.SERIES)));
        Bloc bloc = Bloc.of(BLOC, List.of(GERMANY, FRANCE.with("internet_users_pct", closed)));
        assertThat(bloc.strategy().quantity("internet_users_pct").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.evidence().source().licenceClass()).isEqualTo(LicenceClass.SERIES));
    }
}
