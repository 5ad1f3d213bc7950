package io.github.statecraft.examples;

import io.github.statecraft.compare.RankShifts;
import io.github.statecraft.data.DossierFiles;
import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScoringFramework;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is left of each framework under {@link ReferenceData#openLicensedOnly()}: {@code mvn -q compile exec:java
 * -Dexec.mainClass=io.github.statecraft.examples.OpenLicensed}.
 */
public final class OpenLicensed {
    /** The last year as of which figures of 2019 are read; those of the chip chain are. */
    static final Year CHIP_CHAIN = Year.of(2025);

    private static final int SHOWN = 3;

    private OpenLicensed() {}

    /**
     * Prints one line a framework.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ReferenceData bundled = ReferenceData.load();
        ReferenceData more = bundled.plus(DossierFiles.read(ExampleFiles.NONCOMMERCIAL));
        out.println(
                "What is left under openLicensedOnly(): with all data, and with open licences and cited facts only");
        out.println();
        String heading = line("framework", "indicators", "scored", "ranks move", "top 3", "top 3, open");
        out.println(heading);
        out.println("-".repeat(heading.length()));
        for (ScoringFramework framework : bundled.frameworks()) {
            out.println(line(framework, bundled, ReferenceData.AS_OF));
        }
        out.println(line(FrameworkFiles.read(ExampleFiles.SELF_RELIANCE), more, CHIP_CHAIN));
        out.println();
        out.println(
                "Ranks move among countries that have one both times. A pillar that falls away is re-weighted, not");
        out.println(
                "counted as weak; rationales say where. self-reliance adds data for non-commercial use only and is");
        out.println("read as of " + CHIP_CHAIN + ", the others as of " + ReferenceData.AS_OF + ".");
    }

    private static String line(ScoringFramework framework, ReferenceData data, Year asOf) {
        ReferenceData open = data.openLicensedOnly();
        Ranking before = framework.scoreAll(strategies(data, asOf)).ranking();
        Ranking after = framework.scoreAll(strategies(open, asOf)).ranking();
        RankShifts shifts = RankShifts.between(before, after);
        long left = framework.indicators().stream()
                .filter(i -> open.dossier().attributes().contains(Attribute.of(i.indicator())))
                .count();
        return line(
                framework.id(),
                left + " of " + framework.indicators().size(),
                before.size() + " -> " + after.size(),
                shifts.moved() + " of " + shifts.shifts().size(),
                top(before),
                top(after));
    }

    private static List<NationalAiStrategy> strategies(ReferenceData data, Year asOf) {
        return data.strategies().stream().map(s -> s.withAsOf(asOf)).toList();
    }

    private static String top(Ranking ranking) {
        return ranking.size() == 0
                ? "nobody"
                : ranking.entries().stream()
                        .limit(SHOWN)
                        .map(Ranking.Entry::unit)
                        .collect(Collectors.joining(" "));
    }

    private static String line(
            String framework, String indicators, String scored, String moves, String before, String after) {
        return String.format(
                        Locale.ROOT,
                        "%-30s %10s %9s %11s   %-12s %-12s",
                        framework,
                        indicators,
                        scored,
                        moves,
                        before,
                        after)
                .stripTrailing();
    }
}
