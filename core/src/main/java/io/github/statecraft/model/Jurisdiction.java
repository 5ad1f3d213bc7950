package io.github.statecraft.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A country or a bloc of countries. Names follow ISO 3166 and take no position.
 *
 * <p>Immutable, thread-safe, serialisable; equal if code and kind are equal; ordered by code.
 *
 * @param code ISO 3166-1 alpha-3 code of a country, or the code of a bloc, three upper-case letters
 * @param kind country or bloc
 */
public record Jurisdiction(String code, Kind kind) implements Comparable<Jurisdiction>, Serializable {
    /** What a jurisdiction is. Blocs are scored but hold no rank. */
    public enum Kind {
        /** A country of ISO 3166-1. */
        COUNTRY,
        /** Several countries together. */
        BLOC
    }

    private static final ImmutableSortedSet<String> ISO_COUNTRIES =
            ImmutableSortedSet.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));

    /** The table {@code jurisdictions.csv}: what the bundled data calls its countries and blocs. */
    private static final ImmutableMap<String, CsvTable.Row> NAMED = readNames();

    /** The table {@code bloc-members.csv}: who belongs to the blocs that the bundled data knows. */
    private static final ImmutableSetMultimap<String, String> MEMBERS = readMembers();

    /** Checks the code. */
    public Jurisdiction {
        Objects.requireNonNull(kind, "Jurisdiction.kind");
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "Jurisdiction.code must be three upper-case letters but was " + Problems.quote(code) + hint(code));
        }
        if (kind == Kind.COUNTRY && isNamedBloc(code)) {
            throw new IllegalArgumentException("Jurisdiction.kind of " + code + " must be BLOC but was COUNTRY");
        }
        if (kind == Kind.COUNTRY && !ISO_COUNTRIES.contains(code)) {
            throw new IllegalArgumentException("Jurisdiction: unknown country " + Problems.quote(code)
                    + "; a country has an ISO 3166-1 alpha-3 code, a bloc of your own is Jurisdiction.bloc(code)"
                    + hint(code));
        }
        if (kind == Kind.BLOC && ISO_COUNTRIES.contains(code)) {
            throw new IllegalArgumentException(
                    "Jurisdiction.code of a bloc must not be that of a country but was " + code);
        }
    }

    /**
     * The country of an ISO code, or a bloc that the bundled data knows ({@code EUU}).
     *
     * @param code such as {@code CHN}
     * @return the jurisdiction
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static Jurisdiction of(String code) {
        return new Jurisdiction(code, isNamedBloc(code) ? Kind.BLOC : Kind.COUNTRY);
    }

    /**
     * A bloc.
     *
     * @param code three upper-case letters that are no country's code
     * @return the bloc
     * @throws IllegalArgumentException if the code is a country's or not three letters
     */
    public static Jurisdiction bloc(String code) {
        return new Jurisdiction(code, Kind.BLOC);
    }

    /**
     * Whether this is a bloc; blocs are scored but hold no rank.
     *
     * @return true for blocs
     */
    public boolean isBloc() {
        return kind == Kind.BLOC;
    }

    /**
     * The name for people.
     *
     * @return the name where the bundled data has one, else the code
     */
    public String name() {
        CsvTable.Row named = NAMED.get(code);
        return named == null ? code : named.cell("name");
    }

    /**
     * Who belongs to a bloc.
     *
     * @return the members by code; empty for countries, and for blocs whose membership is not known here
     */
    public ImmutableSortedSet<Jurisdiction> members() {
        return MEMBERS.get(code).stream()
                .map(Jurisdiction::of)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    @Override
    public int compareTo(Jurisdiction other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : kind.compareTo(other.kind);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }

    private static boolean isNamedBloc(String code) {
        CsvTable.Row named = NAMED.get(code);
        return named != null && named.cell("kind").equals("bloc");
    }

    private static String hint(String code) {
        String nearest = Problems.nearest(code.toUpperCase(Locale.ROOT), NAMED.keySet());
        return nearest.isEmpty() ? "" : "; " + nearest;
    }

    private static ImmutableSetMultimap<String, String> readMembers() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.ofResource(Jurisdiction.class, "bloc-members.csv"), List.of("bloc", "member"), problems);
        problems.throwIfAny();
        return table.rows().stream()
                .collect(ImmutableSetMultimap.toImmutableSetMultimap(
                        row -> row.cell("bloc"), row -> row.cell("member")));
    }

    private static ImmutableMap<String, CsvTable.Row> readNames() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.ofResource(Jurisdiction.class, "jurisdictions.csv"),
                List.of("code", "name", "kind"),
                problems);
        problems.throwIfAny();
        return table.rows().stream().collect(ImmutableMap.toImmutableMap(row -> row.cell("code"), row -> row));
    }
}
