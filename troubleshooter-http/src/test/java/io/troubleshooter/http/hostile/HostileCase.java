package io.troubleshooter.http.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One hostile request of a table.
 *
 * @param status what has to come back
 * @param code of the problem; {@code -} where it is accepted
 * @param request as {@link RawRequest} reads it
 */
record HostileCase(String table, String name, int status, String code, String request) {

    static List<HostileCase> of(String table) {
        try (InputStream in = HostileCase.class.getResourceAsStream(table + ".txt")) {
            List<HostileCase> cases = new ArrayList<>();
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^### ");
            for (int i = 1; i < parts.length; i++) {
                cases.add(one(table, parts[i]));
            }
            return cases;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static HostileCase one(String table, String text) {
        String[] lines = text.split("\n", 3);
        String[] expected = lines[1].substring(2).split(" ");
        String request = lines[2].strip();
        return new HostileCase(
                table,
                lines[0].strip(),
                Integer.parseInt(expected[0]),
                expected[1],
                request.contains("\n\n") ? request : request + "\n\n");
    }

    @Override
    public String toString() {
        return table + ": " + name;
    }
}
