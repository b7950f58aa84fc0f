package io.troubleshooter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules of the user's own. Read as YAML, of which JSON is a part. */
final class RulePack {

    private RulePack() {}

    /** The built-in rules and those of the file; one with an id already present replaces it. */
    static RuleSet read(String file) {
        return RuleSet.builtIn().with(json(file));
    }

    private static String json(String file) {
        try {
            String text = Files.readString(Path.of(file));
            return file.endsWith(".json")
                    ? text
                    : new ObjectMapper(new YAMLFactory()).readTree(text).toString();
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "the rules in " + file + " are not valid YAML, line " + line,
                    "A pack is a list of rules, each beginning with `- id:`.");
        } catch (IOException unreadable) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION, "cannot read the rules " + file, "Check --rules and TST_RULES.");
        }
    }
}
