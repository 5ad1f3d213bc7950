package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UncertainRanksTest {
    @Test
    void namesTheIntervalTheSeedAndWhatIsJudgement() throws Throwable {
        String printed = Printed.during(() -> UncertainRanks.main(new String[0]));
        assertThat(printed)
                .contains("rankInterval90")
                .contains("seed 7")
                .contains("JUDGEMENT")
                .contains("What would turn the order. Is China (CHN) ahead of United States (USA)?");
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
}
