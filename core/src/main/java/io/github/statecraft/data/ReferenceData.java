package io.github.statecraft.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.ScoringFramework;
import java.time.Year;
import java.util.Objects;

/**
 * The bundled reference data: 42 countries and the European Union, 80 indicators of which 58 have values here, 2,127
 * observations from 92 sources, 67 policy events, and four frameworks, none of which is the default. What a number means, and
 * what it does not, stands with each observation.
 *
 * <p>Licences matter to embedders: {@link #openLicensedOnly()} leaves out the columns whose terms were not seen; owners and
 * terms stand in {@code META-INF/NOTICE}. Nothing here is for non-commercial use only; such data, or one's own, is added by
 * {@link #plus}.
 *
 * <p>Immutable and thread-safe. Loading takes some tenths of a second; keep the instance.
 */
public final class ReferenceData {
    /** The year from which the bundled data is read. */
    public static final Year AS_OF = NationalAiStrategy.DEFAULT_AS_OF;

    private static final ImmutableList<String> FRAMEWORKS =
            ImmutableList.of("deployment-at-scale.total", "deployment-at-scale.intensity", "frontier-race", "balanced");

    private final Dossier dossier;
    private final ImmutableSortedSet<Jurisdiction> jurisdictions;
    private final ImmutableMap<String, NationalAiStrategy> strategies;
    private final ImmutableMap<String, ScoringFramework> frameworks;

    private ReferenceData(
            Dossier dossier,
            ImmutableSortedSet<Jurisdiction> jurisdictions,
            ImmutableMap<String, ScoringFramework> frameworks) {
        this.dossier = dossier;
        this.jurisdictions = jurisdictions;
        this.frameworks = frameworks;
        this.strategies = jurisdictions.stream()
                .collect(ImmutableMap.toImmutableMap(Jurisdiction::code, j -> dossier.strategy(j, AS_OF)));
    }

    /**
     * Loads everything that is in the jar.
     *
     * @return the reference data
     */
    public static ReferenceData load() {
        Dossier dossier = ReferenceTables.read();
        return new ReferenceData(dossier, dossier.jurisdictions(), readFrameworks());
    }

    private static ImmutableMap<String, ScoringFramework> readFrameworks() {
        return Maps.toMap(
                FRAMEWORKS,
                id -> FrameworkFiles.read(
                        TextInput.ofResource(ReferenceData.class, "frameworks/" + id + ".json"), TextFormat.JSON));
    }

    /**
     * All observations and events.
     *
     * @return the dossier
     */
    public Dossier dossier() {
        return dossier;
    }

    /**
     * The countries.
     *
     * @return 42 strategies and those of countries that were added, by code, as of {@link #AS_OF}
     */
    public ImmutableList<NationalAiStrategy> strategies() {
        return strategies.values().stream()
                .filter(s -> !s.jurisdiction().isBloc())
                .collect(toImmutableList());
    }

    /**
     * The blocs, which are scored but hold no rank.
     *
     * @return the European Union and blocs that were added, as of {@link #AS_OF}
     */
    public ImmutableList<NationalAiStrategy> blocs() {
        return strategies.values().stream()
                .filter(s -> s.jurisdiction().isBloc())
                .collect(toImmutableList());
    }

    /**
     * The strategy of a country or bloc.
     *
     * @param code such as {@code CHN} or {@code EUU}
     * @return the strategy, as of {@link #AS_OF}
     * @throws IllegalArgumentException if it is not in the data; the message names the nearest
     */
    public NationalAiStrategy strategy(String code) {
        NationalAiStrategy strategy = strategies.get(code);
        if (strategy == null) {
            throw unknown("jurisdiction", code, strategies.keySet());
        }
        return strategy;
    }

    /**
     * The bundled frameworks: deployment at scale under two bases, the race at the frontier, and all six parts of a strategy
     * in balance. Each asks a question of its own; they rank differently, and none is the default.
     *
     * @return {@code deployment-at-scale.total}, {@code deployment-at-scale.intensity}, {@code frontier-race} and
     *     {@code balanced}
     */
    public ImmutableList<ScoringFramework> frameworks() {
        return frameworks.values().asList();
    }

    /**
     * A bundled framework.
     *
     * @param id such as {@code deployment-at-scale.intensity}
     * @return the framework
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public ScoringFramework framework(String id) {
        ScoringFramework framework = frameworks.get(id);
        if (framework == null) {
            throw unknown("framework", id, frameworks.keySet());
        }
        return framework;
    }

    /**
     * {@return this data without the columns whose terms were not seen or that are for non-commercial use only (classes
     * SERIES and NONCOMMERCIAL), observations and events alike; what users added without stating terms stays}
     */
    public ReferenceData openLicensedOnly() {
        return withDossier(dossier.whereEvidence(e -> isFree(e.source().licenceClass())));
    }

    private static boolean isFree(LicenceClass licenceClass) {
        return switch (licenceClass) {
            case OPEN, FACTS, UNSTATED -> true;
            case SERIES, NONCOMMERCIAL -> false;
        };
    }

    /**
     * {@return this data with more in it, each figure beside those that are here: {@code plus(DossierFiles.read(directory))}}
     *
     * <p>As {@link #withDossier} of {@link Dossier#plus}: what both hold is kept once, and countries that {@code more} adds
     * have strategies too. Figures that disagree with those that are here are both kept; which one is read is up to the
     * reconciliation.
     *
     * @param more observations and events
     */
    public ReferenceData plus(Dossier more) {
        return withDossier(dossier.plus(Objects.requireNonNull(more, "more")));
    }

    /**
     * {@return this data with another dossier, such as a part of the present one or one with more in it}
     *
     * @param dossier observations and events; frameworks stay, and so do jurisdictions of which it knows nothing; those that
     *     it adds have strategies too
     */
    public ReferenceData withDossier(Dossier dossier) {
        return new ReferenceData(
                dossier,
                ImmutableSortedSet.<Jurisdiction>naturalOrder()
                        .addAll(jurisdictions)
                        .addAll(dossier.jurisdictions())
                        .build(),
                frameworks);
    }

    /** A few lines: what is in it. */
    @Override
    public String toString() {
        return "Statecraft reference data as of " + AS_OF + ": " + strategies().size() + " countries, " + blocs().size()
                + (blocs().size() == 1 ? " bloc" : " blocs") + "\n" + dossier + "\nframeworks: "
                + String.join(", ", frameworks.keySet());
    }

    private static IllegalArgumentException unknown(String what, String id, Iterable<String> known) {
        String nearest = Problems.nearest(id, known);
        return new IllegalArgumentException("ReferenceData: no " + what + " " + Problems.quote(id)
                + (nearest.isEmpty() ? "; there are " + String.join(", ", known) : "; " + nearest));
    }
}
