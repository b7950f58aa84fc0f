package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

/** Options that mean a password only to certain commands: {@code mysql -pX}, {@code curl -u user:x}. */
final class CommandLines {

    private static final int WINDOW = 300;
    private static final String[] JOINED_P = {"mysql", "mariadb", "xtrabackup", "percona", "sshpass", "7z"};
    private static final String[] SPACED_P = {
        "sshpass",
        "docker login",
        "podman login",
        "nerdctl login",
        "helm registry login",
        "mongo",
        "az login",
        "oc login",
        "mosquitto",
        "rabbitmqadmin",
        "plink",
        "skopeo login",
        "useradd",
        "usermod",
        "crane auth login",
        "buildah login",
        "aws configure",
        "cqlsh",
    };
    private static final String[] OPENSSL = {"openssl enc"};
    private static final String[] SNMP = {"snmpwalk", "snmpget", "snmpbulkwalk", "snmpset", "snmptrap"};
    private static final String[] KEYGEN = {"ssh-keygen"};
    private static final String[] SUDO = {"sudo"};
    private static final String[] SPACED_A = {"redis-cli", "redis-benchmark", "valkey-cli"};
    private static final String[] SPACED_W = {
        "ldapsearch", "ldapadd", "ldapmodify", "ldapwhoami", "ldapdelete", "ldappasswd"
    };
    private static final String[] CAPITAL_P = {"sqlcmd", "bcp ", "ipmitool", "isql", "zip"};
    private static final String[] USER_PAIR = {"curl", "http ", "https ", "wget", "smbclient", "rpcclient", "lftp"};

    private CommandLines() {}

    /** Looks at the option that begins at {@code token} and ends before {@code end}; next offset, or -1. */
    static int at(Line line, int token, int end) {
        boolean spaced = end - token == 2;
        int from = spaced ? argument(line, end) : token + 2;
        if (from < 0) {
            return -1;
        }
        return switch (line.at(token + 1)) {
            case 'p' -> runs(line, token, spaced ? SPACED_P : JOINED_P) ? add(line, from) : -1;
            case 'a' -> spaced && runs(line, token, SPACED_A) ? add(line, from) : -1;
            case 'k' -> spaced && runs(line, token, OPENSSL) ? add(line, from) : -1;
            case 'c' -> spaced && runs(line, token, SNMP) ? add(line, from) : -1;
            case 'N' -> spaced && runs(line, token, KEYGEN) ? add(line, from) : -1;
            case 'S' -> spaced && runs(line, token, SUDO) ? echoed(line, token, end) : -1;
            case 'w' -> spaced && runs(line, token, SPACED_W) ? add(line, from) : -1;
            case 'P' -> runs(line, token, CAPITAL_P) ? add(line, from) : -1;
            case 'b' ->
                spaced && runs(line, token, new String[] {"htpasswd"})
                        ? last(line, from)
                        : spaced && runs(line, token, USER_PAIR) ? cookies(line, from) : -1;
            case 'u', 'U' -> runs(line, token, USER_PAIR) ? pair(line, from) : -1;
            case '-' -> longOption(line, token, end);
            default -> -1;
        };
    }

    private static int longOption(Line line, int token, int end) {
        if (line.has(token, "--password-stdin")) {
            return echoed(line, token, end);
        }
        boolean user = line.has(token, "--user ") || line.has(token, "--proxy-user ");
        return user
                ? pair(line, line.skipBlanks(end))
                : line.has(token, "--cookie ") ? cookies(line, line.skipBlanks(end)) : -1;
    }

    private static int cookies(Line line, int from) {
        return CookieValues.add(line, COOKIE, Value.at(line, from, false));
    }

    private static final NameRule COOKIE = new NameRule("cookie", "cookie", true, NameRule.ValueForm.COOKIE);

    /** {@code echo X | docker login --password-stdin}. */
    private static int echoed(Line line, int token, int end) {
        int from = Math.max(line.start, token - WINDOW);
        int echo = line.find("echo ", from, token);
        if (echo >= 0 && line.find("|", echo, token) > 0) {
            add(line, line.at(echo + 5) == '-' ? echo + 8 : echo + 5);
        }
        return end;
    }

    private static int argument(Line line, int blank) {
        int from = line.skipBlanks(blank);
        return from < line.end && line.b[from] != '-' ? from : -1;
    }

    private static boolean runs(Line line, int option, String[] commands) {
        for (String command : commands) {
            if (line.find(command, Math.max(line.start, option - WINDOW), option) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int add(Line line, int from) {
        Value value = Value.at(line, from, false);
        return value.isEmpty() ? -1 : add(line, value, value.start());
    }

    /** The third argument, after a file and a user. */
    private static int last(Line line, int from) {
        int k = from;
        for (int argument = 0; argument < 2; argument++) {
            while (k < line.end && !isBlank(line.b[k])) {
                k++;
            }
            k = line.skipBlanks(k);
        }
        return k < line.end ? add(line, k) : -1;
    }

    private static int pair(Line line, int from) {
        Value value = Value.at(line, from, false);
        for (int k = value.start(); k < value.end(); k++) {
            if (line.b[k] == ':' || line.b[k] == '%' || line.b[k] == ',') {
                boolean ids = line.b[k] == ':' && Looks.isDigits(line, value.start(), k);
                return ids ? -1 : add(line, value, k + 1);
            }
        }
        return -1;
    }

    private static int add(Line line, Value value, int from) {
        if (from >= value.end()
                || ExemptValues.isReference(line, from, value.end())
                || ExemptValues.isMask(line, from, value.end())
                || line.b[from] == '<') {
            return -1;
        }
        line.hits.add(from, value.end(), "password");
        return value.end();
    }
}
