package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.Dossier;

/**
 * The tables of the bundled data: those of sources whose terms were seen in {@code reference/}, the others in
 * {@code series/}. Rules that come and go stand in {@code rules.csv}, with the days on which they are in force.
 */
final class ReferenceTables {
    private static final ImmutableList<String> OBSERVATIONS =
            ImmutableList.of("reference/observations.csv", "reference/rules.csv", "series/observations.csv");
    private static final ImmutableList<String> SUPPLEMENTS =
            ImmutableList.of("reference/supplement.csv", "series/supplement.csv");
    private static final ImmutableList<String> EVENTS = ImmutableList.of("reference/events.csv", "series/events.csv");

    private ReferenceTables() {}

    static Dossier read() {
        Problems problems = new Problems();
        SourceTable sources = SourceTable.read(resource("reference/sources.csv"), problems);
        Dossier.Builder all = Dossier.builder();
        ObservationTable observations = new ObservationTable(sources, problems, all);
        OBSERVATIONS.forEach(name -> observations.read(resource(name), false));
        SUPPLEMENTS.forEach(name -> observations.read(resource(name), true));
        EventTable events = new EventTable(sources, problems, all);
        EVENTS.forEach(name -> events.read(resource(name)));
        problems.throwIfAny();
        return all.build();
    }

    private static TextInput resource(String name) {
        return TextInput.ofResource(ReferenceData.class, name);
    }
}
