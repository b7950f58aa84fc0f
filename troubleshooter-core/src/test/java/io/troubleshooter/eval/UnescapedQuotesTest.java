package io.troubleshooter.eval;

import static io.troubleshooter.eval.Answers.attempt;
import static io.troubleshooter.eval.Answers.citation;
import static io.troubleshooter.eval.Answers.hypothesis;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.rule.RuleSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes from inside an envelope are compared with what the envelope holds. */
class UnescapedQuotesTest {

    @TempDir
    Path folder;

    @Test
    void aQuoteFromInsideJsonStands() {
        String line = "{\"log\":\"open \\\"/var/lib/x\\\": no space left on device\\n\",\"stream\":\"stderr\"}\n";
        assertThat(stands(line, "open \"/var/lib/x\": no space left on device")).isTrue();
        assertThat(stands(line, "open \"/var/lib/y\": no space left on device")).isFalse();
    }

    @Test
    void aQuoteFromInsideHtmlStands() {
        assertThat(stands("<p>a &lt;b&gt; &amp; &quot;c&quot; failed</p>\n", "a <b> & \"c\" failed"))
                .isTrue();
    }

    @Test
    void whatIsNoEscapeStaysAsItIs() {
        assertThat(Unescaped.of("C:\\dir \\u00e9 \\u12 \\")).isEqualTo("C:\\dir \u00e9 \\u12 \\");
    }

    private boolean stands(String line, String quote) {
        new CaseFolder(folder, "one")
                .input("a.log", line)
                .with("evidence", "[{\"source\": \"S1\", \"lines\": [1, 1]}]")
                .write();
        EvalCase eval = new CaseReader(RuleSet.builtIn()).read(folder).sound().get(0);
        CaseScore score = new Scorer(Troubleshooter.create(), eval)
                .score(attempt(hypothesis("a/b", "x", citation("S1", 1, 1, quote))), 0);
        return score.citations().part() == 1;
    }
}
