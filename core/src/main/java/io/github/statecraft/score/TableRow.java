package io.github.statecraft.score;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a table knows of a unit beside its values.
 *
 * @param row the number of its row
 * @param label its name for people
 * @param isRanked whether it holds a rank
 * @param group the group to which it belongs; null if it has none
 */
record TableRow(
        int row, String label, boolean isRanked, @Nullable String group) implements Serializable {}
