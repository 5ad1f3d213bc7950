package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * On whose chips and machines AI runs: computing performance, the supply chain by stage, export controls,
 * self-sufficiency and its target.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class HardwareDependency extends StrategyPart<HardwareDependency> {
    @Serial
    private static final long serialVersionUID = 1L;

    HardwareDependency(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.HARDWARE, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static HardwareDependency unknown() {
        return new HardwareDependency(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /** The links of the hardware chain that are measured for enough jurisdictions to look for the weakest. */
    public enum Link {
        /** Share of known AI supercomputer performance. */
        AI_SUPERCOMPUTERS("ai_supercomputer_share_pct"),
        /** Share of the performance of the TOP500 list. */
        TOP500("top500_rmax_share_pct"),
        /** Share of leading-edge logic fabrication. */
        LEADING_EDGE_FABRICATION("fab_lt10nm_share_pct"),
        /** Too little is known, or two links are equally weak. */
        UNDETERMINED("");

        private final String attribute;

        Link(String attribute) {
            this.attribute = attribute;
        }

        /**
         * The attribute that measures the link.
         *
         * @return its id; empty for {@link #UNDETERMINED}
         */
        public String attributeId() {
            return attribute;
        }
    }

    /**
     * Share of known AI supercomputer performance. Country sum divided by the total of the same set (1.250
     * million H100 equivalents, 431 systems, 15 of them without country; phases superseded by a later phase in
     * the set are left out).
     * The set covers a tenth to a fifth of the world stock.
     *
     * @return all observations of {@code ai_supercomputer_share_pct}, in % of set total, 0 to 100 %
     */
    public Quantity aiSupercomputerShare() {
        return quantity("ai_supercomputer_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #aiSupercomputerShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withAiSupercomputerShare(Observation... observations) {
        return with("ai_supercomputer_share_pct", observations);
    }

    /**
     * AI supercomputer performance known to Epoch. Sum over existing AI clusters in Epoch's standard analysis
     * set, mid-2025, without phases superseded by a later phase in the set; the set covers only a part of the
     * world stock.
     * The set covers a tenth to a fifth of the world stock.
     *
     * @return all observations of {@code ai_supercomputer_h100e}, in H100 equivalents, not negative
     */
    public Quantity aiSupercomputerPerformance() {
        return quantity("ai_supercomputer_h100e");
    }

    /**
     * {@return this part with other observations of {@link #aiSupercomputerPerformance()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withAiSupercomputerPerformance(Observation... observations) {
        return with("ai_supercomputer_h100e", observations);
    }

    /**
     * Share of TOP500 Linpack performance. Sum of Rmax of the country's listed systems relative to the list
     * total. Chinese centres have largely stopped submitting, so the list understates China.
     * Understates China, whose centres have largely stopped submitting.
     *
     * @return all observations of {@code top500_rmax_share_pct}, in % of list total, 0 to 100 %
     */
    public Quantity top500Share() {
        return quantity("top500_rmax_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #top500Share()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withTop500Share(Observation... observations) {
        return with("top500_rmax_share_pct", observations);
    }

    /**
     * TOP500 Linpack performance. Sum of Rmax of listed systems, June 2025.
     * Understates China, whose centres have largely stopped submitting.
     *
     * @return all observations of {@code top500_rmax_pflops}, in PFlop/s, not negative
     */
    public Quantity top500Performance() {
        return quantity("top500_rmax_pflops");
    }

    /**
     * {@return this part with other observations of {@link #top500Performance()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withTop500Performance(Observation... observations) {
        return with("top500_rmax_pflops", observations);
    }

    /**
     * Systems on the TOP500 list. Number of systems located in the country (2025 = June list, 2024 = November
     * list, 2023 and 2022 = June lists, 2021 = November list).
     * Understates China, whose centres have largely stopped submitting.
     *
     * @return all observations of {@code top500_count}, in count, not negative
     */
    public Quantity top500Systems() {
        return quantity("top500_count");
    }

    /**
     * {@return this part with other observations of {@link #top500Systems()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withTop500Systems(Observation... observations) {
        return with("top500_count", observations);
    }

    /**
     * Share of leading-edge logic fabrication (below 10 nm). Share of world logic capacity below 10 nm located in
     * the country; zeros follow from the named shares adding to 100.
     *
     * @return all observations of {@code fab_lt10nm_share_pct}, in % of world, 0 to 100 %
     */
    public Quantity leadingEdgeFabricationShare() {
        return quantity("fab_lt10nm_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #leadingEdgeFabricationShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withLeadingEdgeFabricationShare(Observation... observations) {
        return with("fab_lt10nm_share_pct", observations);
    }

    /**
     * Share of world wafer fabrication. Share of the fabrication stage, all nodes, 2022 (SIA/BCG figures as
     * carried by ETO). EUU holds the figure for the Europe region.
     *
     * @return all observations of {@code fab_capacity_share_pct}, in % of world, 0 to 100 %
     */
    public Quantity fabricationShare() {
        return quantity("fab_capacity_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #fabricationShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withFabricationShare(Observation... observations) {
        return with("fab_capacity_share_pct", observations);
    }

    /**
     * Share of world chip design. Share of semiconductor sales by headquarters of the designing firm, 2022. EUU
     * holds the Europe figure.
     *
     * @return all observations of {@code chip_design_share_pct}, in % of world, 0 to 100 %
     */
    public Quantity chipDesignShare() {
        return quantity("chip_design_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #chipDesignShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withChipDesignShare(Observation... observations) {
        return with("chip_design_share_pct", observations);
    }

    /**
     * Share of world logic chip design. Share of logic-type chip sales (logic, MPU, MCU, DSP) by headquarters of
     * the designing firm, 2022. EUU holds the Europe figure.
     *
     * @return all observations of {@code logic_design_share_pct}, in % of world, 0 to 100 %
     */
    public Quantity logicDesignShare() {
        return quantity("logic_design_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #logicDesignShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withLogicDesignShare(Observation... observations) {
        return with("logic_design_share_pct", observations);
    }

    /**
     * Share of assembly, test and packaging. Share of the assembly, test and packaging stage, 2022. EUU holds the
     * Europe figure.
     *
     * @return all observations of {@code atp_share_pct}, in % of world, 0 to 100 %
     */
    public Quantity assemblyTestPackagingShare() {
        return quantity("atp_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #assemblyTestPackagingShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withAssemblyTestPackagingShare(Observation... observations) {
        return with("atp_share_pct", observations);
    }

    /**
     * Share of lithography tool supply. Revenue share of firms headquartered in the country, 2025 (ETO,
     * TechInsights).
     *
     * @return all observations of {@code litho_tool_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity lithographyToolShare() {
        return quantity("litho_tool_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #lithographyToolShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withLithographyToolShare(Observation... observations) {
        return with("litho_tool_share_pct", observations);
    }

    /**
     * Share of EUV lithography tool supply. Revenue share of firms headquartered in the country in EUV
     * lithography tools, 2025.
     *
     * @return all observations of {@code euv_tool_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity euvToolShare() {
        return quantity("euv_tool_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #euvToolShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withEuvToolShare(Observation... observations) {
        return with("euv_tool_share_pct", observations);
    }

    /**
     * Share of deposition tool supply. Revenue share of firms headquartered in the country in deposition tools,
     * 2025.
     *
     * @return all observations of {@code deposition_tool_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity depositionToolShare() {
        return quantity("deposition_tool_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #depositionToolShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withDepositionToolShare(Observation... observations) {
        return with("deposition_tool_share_pct", observations);
    }

    /**
     * Share of etch and clean tool supply. Revenue share of firms headquartered in the country in etch and clean
     * tools, 2025.
     *
     * @return all observations of {@code etch_tool_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity etchToolShare() {
        return quantity("etch_tool_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #etchToolShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withEtchToolShare(Observation... observations) {
        return with("etch_tool_share_pct", observations);
    }

    /**
     * Share of process control tool supply. Revenue share of firms headquartered in the country in process
     * control tools, 2025.
     *
     * @return all observations of {@code process_control_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity processControlShare() {
        return quantity("process_control_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #processControlShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withProcessControlShare(Observation... observations) {
        return with("process_control_share_pct", observations);
    }

    /**
     * Share of electronic design automation software. Market share by country of headquarters in chip-design
     * software, 2019; the source shares add to 102 by rounding.
     *
     * @return all observations of {@code eda_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity designSoftwareShare() {
        return quantity("eda_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #designSoftwareShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withDesignSoftwareShare(Observation... observations) {
        return with("eda_share_pct", observations);
    }

    /**
     * Share of core chip intellectual property. Market share by country of headquarters in licensed core chip
     * designs, 2019.
     *
     * @return all observations of {@code core_ip_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity coreDesignShare() {
        return quantity("core_ip_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #coreDesignShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withCoreDesignShare(Observation... observations) {
        return with("core_ip_share_pct", observations);
    }

    /**
     * Share of silicon wafer supply. Market share by country of headquarters in silicon wafers, 2019.
     *
     * @return all observations of {@code wafer_share_pct}, in % of world market, 0 to 100 %
     */
    public Quantity waferShare() {
        return quantity("wafer_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #waferShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withWaferShare(Observation... observations) {
        return with("wafer_share_pct", observations);
    }

    /**
     * Value added of computer, electronic and optical products industry. Manufacturing value added of ISIC
     * division 26, 2022; only eleven economies are separately shown.
     *
     * @return all observations of {@code computer_electronics_va_usd_mn}, in USD (current), not negative
     */
    public Quantity electronicsValueAdded() {
        return quantity("computer_electronics_va_usd_mn");
    }

    /**
     * {@return this part with other observations of {@link #electronicsValueAdded()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withElectronicsValueAdded(Observation... observations) {
        return with("computer_electronics_va_usd_mn", observations);
    }

    /**
     * US AI-chip export tier (January 2025 rule). 0 = the issuing country; 1 = eighteen exempt partners; 2 =
     * capped; 3 = barred. The rule was announced 2025-01-13 and reversed on 2025-05-13; kept as a measure of
     * exposure to US controls.
     * A rule in force from 2025-01-13 to 2025-05-13: no state of today.
     *
     * @return all observations of {@code us_export_tier}, in tier 0-3, 0 to 3
     */
    public Quantity exportControlTier() {
        return quantity("us_export_tier");
    }

    /**
     * {@return this part with other observations of {@link #exportControlTier()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withExportControlTier(Observation... observations) {
        return with("us_export_tier", observations);
    }

    /**
     * Domestic production as a share of domestic chip consumption. Domestic integrated-circuit output divided by
     * domestic consumption
     *
     * @return all observations of {@code chip_self_sufficiency_pct}, in % of consumption, 0 to 100 %
     */
    public Quantity chipSelfSufficiency() {
        return quantity("chip_self_sufficiency_pct");
    }

    /**
     * {@return this part with other observations of {@link #chipSelfSufficiency()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withChipSelfSufficiency(Observation... observations) {
        return with("chip_self_sufficiency_pct", observations);
    }

    /**
     * Stated chip self-sufficiency target. Target for domestic output divided by consumption; the year is the
     * target year
     *
     * @return all observations of {@code chip_self_sufficiency_target_pct}, in % of consumption, 0 to 100 %
     */
    public Quantity chipSelfSufficiencyTarget() {
        return quantity("chip_self_sufficiency_target_pct");
    }

    /**
     * {@return this part with other observations of {@link #chipSelfSufficiencyTarget()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public HardwareDependency withChipSelfSufficiencyTarget(Observation... observations) {
        return with("chip_self_sufficiency_target_pct", observations);
    }

    @Override
    HardwareDependency copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new HardwareDependency(asOf, observations);
    }
}
