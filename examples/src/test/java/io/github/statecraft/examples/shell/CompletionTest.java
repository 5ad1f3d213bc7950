package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the Tab key offers in the shell. */
class CompletionTest {
    private static Session session;

    @BeforeAll
    static void open() throws ScriptFailure {
        session = Session.open();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void offersWhatIsWrittenByHand() {
        assertThat(session.completions("ref.strategy(\"USA\").with"))
                .contains("withFunding(", "withDiffusion(", "withEvents(", "with(");
        assertThat(session.completions("ref.strategy(\"USA\").funding().gov")).containsExactly("governmentShare()");
        assertThat(session.completions("Observation.")).contains("of(", "builder()");
        assertThat(session.completions("PERC")).contains("PERCENT");
        assertThat(session.completions("hel")).contains("help(");
    }

    /** The completion of older JDKs leaves out what is inherited from a class that is not public. */
    @Test
    void offersSettersAndWithersOfGeneratedClassesOnNewerJdks() {
        assumeTrue(Runtime.version().feature() >= 25);
        assertThat(session.completions("Observation.builder()."))
                .contains("estimate(", "unit(", "year(", "evidence(", "build()");
        assertThat(session.completions("ref.framework(\"deployment-at-scale.total\").with"))
                .contains("withVersion(", "withNode(");
    }
}
