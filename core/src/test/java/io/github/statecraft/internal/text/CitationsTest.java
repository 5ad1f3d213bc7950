package io.github.statecraft.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A bibliography in the order of citation; written by hand. */
class CitationsTest {
    @Test
    void numbersEachSourceOnceInTheOrderInWhichItIsCited() {
        Citations citations = new Citations();
        assertThat(citations.mark("World Bank")).isEqualTo("[1]");
        assertThat(citations.mark("Epoch AI")).isEqualTo("[2]");
        assertThat(citations.mark("World Bank")).isEqualTo("[1]");
        TextTable.Builder table = TextTable.builder().left("x");
        citations.list(table);
        assertThat(table.build().toString()).endsWith("[1] World Bank\n[2] Epoch AI");
    }
}
