package io.github.statecraft.data;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each of many things stands first. Different things of one hash code are compared with each other, which takes time
 * that grows with the square of their number; so many that no chance explains them are refused.
 *
 * @param <T> the things, by their own equality
 */
final class FirstPlaces<T> {
    /** Of 200,000 things, five of one hash code are already a rarity. */
    static final int MOST_OF_ONE_HASH = 100;

    /** 2^32 divided by the golden ratio: spreads hash codes evenly over slots (Knuth, volume 3, section 6.4). */
    private static final int FIBONACCI = 0x9E3779B9;

    /** Hash codes are counted from the second time on that their slot is met. */
    private static final int SLOT_BITS = 22;

    static final String FLOOD_RULE =
            "about " + MOST_OF_ONE_HASH + " different ones at most may have texts of the same hash code";
    static final String FLOOD_REMEDY = "was the file made to be slow to read? Change a text of each";

    private final Map<T, Place> places = new LinkedHashMap<>();
    private final BitSet met = new BitSet();
    private final Map<Integer, Integer> metAgain = new LinkedHashMap<>();
    private boolean isFlooded;

    /**
     * Where a thing stands.
     *
     * @param document name of the table or document
     * @param line the line
     */
    record Place(String document, long line) {
        @Override
        public String toString() {
            return document + " line " + line;
        }
    }

    /** What becomes of a thing that was met. */
    enum Outcome {
        FIRST,
        AGAIN,
        /** It was refused, and is the first to be. */
        FLOOD,
        /** It was refused, as one before it was. */
        FLOODED_BEFORE
    }

    Outcome add(T thing, Place place) {
        int hash = thing.hashCode();
        if (metAgain.getOrDefault(hash, 0) >= MOST_OF_ONE_HASH) {
            Outcome outcome = isFlooded ? Outcome.FLOODED_BEFORE : Outcome.FLOOD;
            isFlooded = true;
            return outcome;
        }
        if (places.putIfAbsent(thing, place) != null) {
            return Outcome.AGAIN;
        }
        int slot = (hash * FIBONACCI) >>> (Integer.SIZE - SLOT_BITS);
        if (met.get(slot)) {
            metAgain.merge(hash, 1, Integer::sum);
        }
        met.set(slot);
        return Outcome.FIRST;
    }

    Optional<Place> first(T thing) {
        return Optional.ofNullable(places.get(thing));
    }
}
