package io.troubleshooter.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedAheadTest {

    private static final String LOG = "a line of a log\n".repeat(9);

    private final TypedAhead ahead = new TypedAhead();

    @Test
    void whatComesFasterThanAnybodyTypesIsAPaste() {
        assertThat(ahead.behind("first line", LOG)).isEqualTo(new Read.Pasted("first line\n" + LOG, ""));
        assertThat(ahead.poll()).isNull();
    }

    @Test
    void commandsTypedAheadAreTakenOneByOne() {
        assertThat(ahead.behind("/why 1", "/groups\n/checks\n/fixes\n/cost\n/help\n/evi"))
                .isEqualTo(new Read.Line("/why 1"));
        assertThat(ahead.poll()).isEqualTo(new Read.Line("/groups"));
        assertThat(ahead.unfinished()).isEqualTo("/evi");
        assertThat(ahead.unfinished()).isEmpty();
    }

    @Test
    void aMarkedPasteKeepsWhatWasTypedBeforeAndAfterIt() {
        ahead.behind("why?", "and\nhalf \u001b[200~" + LOG + "\u001b[201~a question");
        assertThat(ahead.poll()).isEqualTo(new Read.Line("and"));
        assertThat(ahead.poll()).isEqualTo(new Read.Pasted(LOG, "half "));
        assertThat(ahead.poll()).isNull();
        assertThat(ahead.unfinished()).isEqualTo("a question");
    }

    @Test
    void aShortPasteBelongsToTheLineAndOtherKeysMeanNothing() {
        ahead.behind("why?", "see \u001b[200~two\nlines\u001b[201~\u001b[A\u001bx!");
        assertThat(ahead.unfinished()).isEqualTo("see two lines!");
        assertThat(ahead.poll()).isNull();
    }

    @Test
    void ctrlDTypedAheadLeaves() {
        ahead.behind("/why 1", "\u0004");
        assertThat(ahead.poll()).isEqualTo(new Read.End());
    }

    @Test
    void aPasteThatBreaksOffIsTakenAsFarAsItCame() {
        ahead.behind("why?", "\u001b[200~" + LOG);
        assertThat(ahead.poll()).isEqualTo(new Read.Pasted(LOG, ""));
    }
}
