package io.github.statecraft.model;

import java.util.Locale;

/** The parts of a strategy to which attributes belong: the national context and the six parts proper. */
public enum Part {
    /** What strategies of different countries are set against: economy and population. */
    CONTEXT,
    /** How AI is paid for; {@link FundingModel}. */
    FUNDING,
    /** How much data there is and who may use it; {@link DataRegime}. */
    DATA,
    /** How fast AI is released and what stands before release; {@link DeploymentCadence}. */
    DEPLOYMENT,
    /** On whose chips and machines it runs; {@link HardwareDependency}. */
    HARDWARE,
    /** How the state works and what it has laid down; {@link Governance}. */
    GOVERNANCE,
    /** How far AI has reached people, firms and machines; {@link SectorDiffusion}. */
    DIFFUSION;

    /**
     * The name of the part in data files.
     *
     * @return the name in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
