package io.troubleshooter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WordSieveTest {

    /** It may let a line pass in vain, but never keeps one back. */
    @Property(tries = 500)
    void everyLineThatHoldsAWordPasses(
            @ForAll @Size(min = 1, max = 4)
                    List<@CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 4) String> words,
            @ForAll @CharRange(from = 'A', to = 'E') @CharRange(from = 'a', to = 'e') @StringLength(max = 60)
                    String line) {
        RedactedText text = RedactionSession.create().redact(line);
        String lower = text.toString().toLowerCase(Locale.ROOT);
        boolean holds = words.stream().anyMatch(lower::contains);
        boolean passes = new WordSieve(words).passes(text);
        assertThat(passes || !holds).isTrue();
        if (words.stream().allMatch(word -> word.length() > 1)) {
            assertThat(passes).isEqualTo(holds);
        }
    }
}
