package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isWord;

/** User and password in URLs, and the secret paths of webhooks. */
final class Urls {

    /** Hosts whose paths are secrets. */
    private static final String[] WEBHOOKS = {
        "hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/",
                "discord.com/api/webhooks/", "discordapp.com/api/webhooks/",
        "outlook.office.com/webhook/", "api.telegram.org/bot", "hooks.zapier.com/hooks/catch/",
                "maker.ifttt.com/trigger/", "chat.googleapis.com/v1/spaces/",
        "events.pagerduty.com/integration/", "hook.eu1.make.com/", "hook.us1.make.com/",
                "open.feishu.cn/open-apis/bot/v2/hook/", "qyapi.weixin.qq.com/cgi-bin/webhook/",
        "hc-ping.com/", "api.opsgenie.com/v1/json/", "alert.victorops.com/integrations/generic/",
    };

    private static final int MAX_USERINFO = 512;

    private Urls() {}

    /** Looks behind the {@code ://} whose colon is at {@code colon}; returns the offset to go on from. */
    static int at(Line line, int token, int colon) {
        int from = colon + 3;
        int hit = userinfo(line, from);
        if (hit > 0) {
            return hit;
        }
        return Math.max(from, webhook(line, from));
    }

    private static int userinfo(Line line, int from) {
        int at = lastAt(line, from);
        if (at <= from) {
            return -1;
        }
        int colon = from;
        while (colon < at && line.b[colon] != ':') {
            colon++;
        }
        int secret = colon < at ? colon + 1 : from;
        if (secret < at && !ExemptValues.isMask(line, secret, at) && !ExemptValues.isReference(line, secret, at)) {
            boolean names = colon == at && isName(line, from, at);
            if (!names) {
                line.hits.add(secret, at, colon < at ? "url-password" : "url-token");
            }
        }
        return at + 1;
    }

    /** A user or an actor system without password, not a token: letters only, or short. */
    private static boolean isName(Line line, int from, int to) {
        boolean letters = true;
        for (int k = from; k < to; k++) {
            letters &= ByteClass.isLetter(line.b[k]) || line.b[k] == '-' || line.b[k] == '_' || line.b[k] == '.';
        }
        return letters || to - from < 16;
    }

    /**
     * The {@code @} that ends the userinfo, or -1. A password may hold any mark, so the last one counts that is
     * followed by a host; one after the path began counts only where what precedes cannot be a host.
     */
    private static int lastAt(Line line, int from) {
        int at = -1;
        boolean inPath = false;
        for (int k = from; k < line.end && k - from < MAX_USERINFO && !endsUrl(line.b[k]); k++) {
            byte b = line.b[k];
            if (b == '@' && (!inPath || at < 0 && !isHostBefore(line, from)) && isHost(line, k + 1)) {
                at = k;
            }
            if (b == '/' || b == '?' || b == '#') {
                if (inPath && b == '?' || k - from > 256 || at >= 0 && b == '/') {
                    return at;
                }
                inPath = true;
            }
            if ((b == ',' || b == ';') && at < 0 && isHostBefore(line, from)) {
                return -1;
            }
        }
        return at;
    }

    private static boolean isHost(Line line, int from) {
        int b = line.at(from);
        return isAlnum((byte) b) || b == '[' || b == '<' || b == '(' || b == '$' || b == '{' || b == '/';
    }

    /** Whether {@code host}, {@code host:port} and then a path stand at {@code from}. */
    private static boolean isHostBefore(Line line, int from) {
        int k = from;
        while (k < line.end && (isWord(line.b[k]) || line.b[k] == '.')) {
            k++;
        }
        if (line.at(k) == ':') {
            int port = k + 1;
            k = port;
            while (k < line.end && ByteClass.isDigit(line.b[k]) && k - port < 6) {
                k++;
            }
            if (k == port) {
                return false;
            }
        }
        return k > from && (line.at(k) == '/' || line.at(k) == '?' || line.at(k) == ',' || line.at(k) == ';');
    }

    private static boolean endsUrl(byte b) {
        return b == '"' || b == '\'' || b == '>' || b == '`' || b == '\\' || b >= 0 && b <= ' ';
    }

    private static int webhook(Line line, int host) {
        int letter = line.at(host);
        for (String webhook : WEBHOOKS) {
            if (webhook.charAt(0) == letter && line.has(host, webhook)) {
                return addPath(line, host + webhook.length(), webhook.endsWith("/bot"));
            }
        }
        int office = line.find(".webhook.office.com/", host, host + 60);
        return office < 0 ? -1 : addPath(line, office + 20, false);
    }

    private static int addPath(Line line, int from, boolean first) {
        int k = from;
        while (k < line.end
                && !endsUrl(line.b[k])
                && line.b[k] != ','
                && line.b[k] != ')'
                && line.b[k] != '<'
                && !(first && line.b[k] == '/')) {
            k++;
        }
        while (k > from && (line.b[k - 1] == '.' || line.b[k - 1] == ':')) {
            k--;
        }
        line.hits.add(from, k, "webhook-url");
        return k;
    }
}
