package io.github.statecraft.data;

import io.github.statecraft.data.HostileCase.Content;
import io.github.statecraft.data.HostileCase.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects hostile files, each for one or several readers. */
class HostileCases {
    static final int MILLION = 1_000_000;
    static final int SIXTY_MB = 60 * MILLION;

    final List<HostileCase> cases = new ArrayList<>();

    /** Files of a few kilobytes up to three megabytes, which are refused in no time. */
    static List<HostileCase> small() {
        return Stream.of(
                        HostileNesting.cases(),
                        HostileNumbers.cases(),
                        HostileYaml.cases(),
                        HostileCells.cases(),
                        HostileNumberTables.small())
                .flatMap(List::stream)
                .toList();
    }

    /** Files up to 100 MB. */
    static List<HostileCase> large() {
        return Stream.of(
                        HostileSizes.cases(), HostileCrowds.cases(), HostileTables.cases(), HostileNumberTables.large())
                .flatMap(List::stream)
                .toList();
    }

    void add(String name, int mostProblems, String fragments, Content content, Target... targets) {
        for (Target target : targets) {
            cases.add(HostileCase.of(name, target, mostProblems, content, fragments));
        }
    }

    void add(String name, String fragments, Content content, Target... targets) {
        add(name, 1, fragments, content, targets);
    }
}
