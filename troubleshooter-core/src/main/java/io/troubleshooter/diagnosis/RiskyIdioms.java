package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns of phrase that no advice needs and every attack wants: running what was just fetched or decoded, opening a
 * door, lowering a guard.
 */
final class RiskyIdioms {

    private static final List<String> ALWAYS = List.of(
            "base64 -d",
            "base64 --decode",
            "xxd -r",
            "authorized_keys",
            "/etc/sudoers",
            "nopasswd",
            "/etc/cron",
            "crontab -",
            "/dev/tcp/",
            "bash -i",
            "nc -e",
            "ncat -e",
            "setenforce 0",
            "selinux=disabled",
            "selinux=0",
            "--no-check-certificate",
            "verify=false",
            "ssl_verify=false",
            "ssl.verify=false",
            "strict-ssl false",
            "strict-ssl=false",
            "node_tls_reject_unauthorized=0",
            "stricthostkeychecking=no",
            "--trusted-host",
            "--insecure-skip-tls-verify",
            "--allow-unauthenticated",
            "--nogpgcheck",
            "--no-gpg-check",
            "--no-verify",
            "iptables -f",
            "iptables --flush",
            "ufw disable",
            "nft flush ruleset",
            "chmod 777",
            "chmod -r 777",
            "chmod 0777",
            "chmod a+rwx",
            "chmod -r a+rwx",
            "eval $(",
            "eval \"$(",
            "eval `",
            "$(curl",
            "$(wget",
            "`curl",
            "`wget",
            "<(curl",
            "<(wget",
            "iex(",
            "invoke-expression",
            "downloadstring",
            "docker.sock",
            "--privileged",
            "cluster-admin",
            "curl -k",
            "curl --insecure",
            "disable selinux",
            "disable the firewall",
            "turn off the firewall",
            "disable authentication",
            "disable tls",
            "disable certificate verification",
            "anonymous access",
            "import urllib",
            "import requests",
            "import socket",
            "os.system(",
            "exec(",
            "trust auth",
            "host all all");

    private static final List<String> FETCHES = List.of("curl", "wget", "fetch", "http", "aria2c", "iwr");
    private static final List<String> SHELLS =
            List.of("sh", "bash", "zsh", "dash", "ksh", "python", "python3", "perl", "ruby", "node", "php", "sudo");

    private RiskyIdioms() {}

    /** Those in an advice, in its own words. */
    static List<String> in(String advice) {
        String text = advice.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String idiom : ALWAYS) {
            if (text.contains(idiom)) {
                found.add(idiom);
            }
        }
        addPipes(text, found);
        addFetchedThenRun(text, found);
        return found;
    }

    /** {@code curl ... | sh}, whatever stands between. */
    private static void addPipes(String text, List<String> found) {
        for (int pipe = text.indexOf('|'); pipe >= 0; pipe = text.indexOf('|', pipe + 1)) {
            String after =
                    firstWord(text.substring(Math.min(pipe + 1, text.length()), Math.min(pipe + 60, text.length())));
            if (SHELLS.contains(after) && hasWord(text.substring(0, pipe), FETCHES)) {
                found.add("| " + after);
            }
        }
    }

    /** Fetches a file and makes it executable or runs it. */
    private static void addFetchedThenRun(String text, List<String> found) {
        boolean fetches = text.contains("://") && hasWord(text, List.of("curl", "wget"));
        boolean runs = text.contains("chmod +x")
                || text.contains("&& sh ")
                || text.contains("&& bash ")
                || text.contains("; sh ")
                || text.contains("; bash ")
                || text.contains("&& ./")
                || text.contains("; ./");
        if (fetches && runs) {
            found.add("a script fetched and run");
        }
    }

    private static String firstWord(String text) {
        String[] words = text.strip().split("[\\s;&|\"'`]+", 3);
        String word = words[0].substring(words[0].lastIndexOf('/') + 1);
        return word.equals("sudo") && words.length > 1 ? words[1] : word;
    }

    private static boolean hasWord(String text, List<String> wanted) {
        for (String word : text.split("[^a-z0-9]+", -1)) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
