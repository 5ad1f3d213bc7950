package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * How fast AI systems are released, and what stands before release.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class DeploymentCadence extends StrategyPart<DeploymentCadence> {
    @Serial
    private static final long serialVersionUID = 1L;

    DeploymentCadence(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.DEPLOYMENT, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static DeploymentCadence unknown() {
        return new DeploymentCadence(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /** What stands between a public AI service and its release. Derived, never stated. */
    public enum Stance {
        /** No binding control before release. */
        DEPLOY_FIRST,
        /** Binding control of some systems before release. */
        STAGED,
        /** Binding control of public services before release. */
        PRECAUTIONARY,
        /** Too little is known. */
        UNDETERMINED
    }

    /**
     * Notable AI models published in the year. Models in the Epoch notable-models database published in the year
     * with at least one organisation of the country; multi-country models count once for each country.
     *
     * @return all observations of {@code notable_models_count}, in count, not negative
     */
    public Quantity notableModels() {
        return quantity("notable_models_count");
    }

    /**
     * {@return this part with other observations of {@link #notableModels()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withNotableModels(Observation... observations) {
        return with("notable_models_count", observations);
    }

    /**
     * Large-scale AI systems released since 2019. Cumulative number of AI systems trained with very large compute
     * (Epoch) by country of organisation; a country absent from the census is recorded as 0.
     *
     * @return all observations of {@code large_scale_models_cum}, in count, not negative
     */
    public Quantity largeScaleModels() {
        return quantity("large_scale_models_cum");
    }

    /**
     * {@return this part with other observations of {@link #largeScaleModels()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withLargeScaleModels(Observation... observations) {
        return with("large_scale_models_cum", observations);
    }

    /**
     * Mandatory pre-release control of AI services. Ordinal coding by this project from the texts cited: 1 =
     * public generative AI services must pass a security assessment and filing before launch; 0.5 = conformity
     * assessment for high-risk systems before market entry; 0 = no binding pre-release duty.
     * This project's own coding from cited texts; the EU's duties apply from 2027-12-02 only.
     *
     * @return all observations of {@code ai_premarket_control}, in ordinal 0-1, 0 to 1
     */
    public Quantity preReleaseControl() {
        return quantity("ai_premarket_control");
    }

    /**
     * {@return this part with other observations of {@link #preReleaseControl()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withPreReleaseControl(Observation... observations) {
        return with("ai_premarket_control", observations);
    }

    /**
     * Approval lag before public release. Months a public generative-AI service waits for a mandatory filing or
     * approval before release; 0 where none exists
     * 0 where no filing or approval is required.
     *
     * @return all observations of {@code approval_lag_months}, in months, not negative
     */
    public Quantity approvalLag() {
        return quantity("approval_lag_months");
    }

    /**
     * {@return this part with other observations of {@link #approvalLag()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withApprovalLag(Observation... observations) {
        return with("approval_lag_months", observations);
    }

    /**
     * Generative AI services filed with the regulator. National filings of generative AI services under China's
     * pre-launch filing duty.
     *
     * @return all observations of {@code genai_filings_count}, in count, not negative
     */
    public Quantity servicesFiled() {
        return quantity("genai_filings_count");
    }

    /**
     * {@return this part with other observations of {@link #servicesFiled()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withServicesFiled(Observation... observations) {
        return with("genai_filings_count", observations);
    }

    /**
     * AI scholarly publications. AI publications with at least one author affiliated in the country.
     *
     * @return all observations of {@code ai_publications}, in count, not negative
     */
    public Quantity publications() {
        return quantity("ai_publications");
    }

    /**
     * {@return this part with other observations of {@link #publications()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withPublications(Observation... observations) {
        return with("ai_publications", observations);
    }

    /**
     * AI patent families applied for. AI-related patent families by country of first filing.
     *
     * @return all observations of {@code ai_patents}, in count, not negative
     */
    public Quantity patents() {
        return quantity("ai_patents");
    }

    /**
     * {@return this part with other observations of {@link #patents()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DeploymentCadence withPatents(Observation... observations) {
        return with("ai_patents", observations);
    }

    @Override
    DeploymentCadence copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new DeploymentCadence(asOf, observations);
    }
}
