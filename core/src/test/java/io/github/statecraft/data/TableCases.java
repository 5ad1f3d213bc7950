package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.EVENTS;
import static io.github.statecraft.data.HostileCase.Target.OBSERVATIONS;
import static io.github.statecraft.data.HostileCase.Target.SOURCES;
import static io.github.statecraft.data.HostileCase.Target.SUPPLEMENT;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.data.HostileCase.Content;
import io.github.statecraft.data.HostileCase.Pieces;
import io.github.statecraft.data.HostileCase.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tables that mean harm, each read beside three sound ones. */
class TableCases extends HostileCases {
    static final Target[] ALL = {OBSERVATIONS, SOURCES, SUPPLEMENT, EVENTS};

    static final String CELL = "line 2: a cell must have at most 100,000 characters but was more; is a quote missing?";

    static final ImmutableMap<Target, String> HEADERS = ImmutableMap.of(
            OBSERVATIONS, DossierFiles.OBSERVATION_COLUMNS,
            SOURCES, DossierFiles.SOURCE_COLUMNS,
            SUPPLEMENT, DossierFiles.OBSERVATION_COLUMNS,
            EVENTS, DossierFiles.EVENT_COLUMNS);

    /** A row that is sound if # is a number; in it @ stands for a text. */
    static final ImmutableMap<Target, String> ROWS = ImmutableMap.of(
            OBSERVATIONS, "NOR,population,2024,#.25,,,,persons,S1,high,MEASURED,,@",
            SOURCES, "S#,@,Office,2025,,,open,2026-11-23",
            SUPPLEMENT, "NOR,population,2023,#.75,,,,persons,S1,high,MEASURED,,@",
            EVENTS, "E#,2024-02,month,NOR,,strategy,funding,@,,S1,high");

    static void writeSound(Path directory) throws IOException {
        for (Map.Entry<Target, String> row : ROWS.entrySet()) {
            Files.writeString(
                    directory.resolve(row.getKey().file),
                    HEADERS.get(row.getKey()) + "\n" + row(row.getKey(), 1, "text"));
        }
    }

    static String row(Target target, int number, String text) {
        return ROWS.get(target).replace("#", Integer.toString(number)).replace("@", text) + "\n";
    }

    interface Body {
        void write(Pieces out, Target target) throws IOException;
    }

    /** What follows after a sound header. */
    void add(String name, int mostProblems, String fragments, Body body, Target... targets) {
        for (Target target : targets) {
            Content content = out -> body.write(out.put(HEADERS.get(target)).put("\n"), target);
            cases.add(HostileCase.of(name, target, mostProblems, content, target.file + " " + fragments));
        }
    }
}
