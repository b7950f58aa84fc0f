package io.troubleshooter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsAccessTest {

    @TempDir
    Path folder;

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void keysAroundAndInAProfile() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), """
                [ops]
                aws_access_key_id = of-the-profile
                aws_secret_access_key = secret
                """);
        set("aws.sharedCredentialsFile", file.toString());
        set("aws.configFile", folder.resolve("none").toString());
        set("aws.accessKeyId", "of-the-process");
        set("aws.secretAccessKey", "secret");
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }

    @AfterEach
    void asBefore() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void aProfileThatIsNamedCountsMoreThanKeysAround() {
        assertThat(keyOf(new AwsAccess("eu-west-1", "ops", null, null))).isEqualTo("of-the-profile");
        assertThat(keyOf(new AwsAccess("eu-west-1", null, null, null))).isEqualTo("of-the-process");
    }

    private static String keyOf(AwsAccess access) {
        return access.chosenCredentials().resolveCredentials().accessKeyId();
    }
}
