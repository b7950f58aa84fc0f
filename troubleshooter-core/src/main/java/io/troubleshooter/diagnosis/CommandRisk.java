package io.troubleshooter.diagnosis;

import java.util.List;
import java.util.Locale;

/** What a command may do, by its words: at least that risk has to be shown beside it. */
final class CommandRisk {

    /** What destroys data, cuts off users or lowers a guard. */
    private static final List<String> HIGH = List.of(
            "rm -r",
            "rm -f",
            "rm -fr",
            "rm -rf",
            "mkfs",
            "dd if=",
            "dd of=",
            "shred ",
            "wipefs",
            "fdisk",
            "drop database",
            "drop table",
            "drop schema",
            "drop index",
            "drop user",
            "truncate table",
            "delete from",
            "flushall",
            "flushdb",
            "terraform destroy",
            "terraform apply -auto-approve",
            "terraform state rm",
            "force-unlock",
            "kubectl delete ns",
            "kubectl delete namespace",
            "kubectl delete pv",
            "kubectl delete pvc",
            "kubectl delete crd",
            "--all",
            "kubectl drain",
            "--force",
            "--grace-period=0",
            "push -f",
            "reset --hard",
            "clean -fd",
            "clean -df",
            "git filter-branch",
            "reboot",
            "shutdown",
            "poweroff",
            "init 0",
            "kill -9",
            "pkill -9",
            "killall",
            "iptables -f",
            "iptables -x",
            "nft flush",
            "ufw disable",
            "setenforce 0",
            "chmod 777",
            "chmod -r 777",
            "chmod a+rwx",
            "chown -r",
            "system prune",
            "volume rm",
            "volume prune",
            "docker rm -f",
            "helm uninstall",
            "helm delete",
            "--delete --topic",
            "--topic --delete",
            "pg_resetwal",
            "pg_resetxlog",
            "userdel",
            "deluser",
            "--insecure",
            "--no-check-certificate",
            "sslmode=disable",
            "verify=false",
            "delete-",
            "terminate-",
            "deregister-",
            "fsck -y",
            "e2fsck",
            "xfs_repair",
            "swapoff",
            "crontab -r",
            "| sh",
            "| bash",
            "|sh",
            "|bash",
            "mv / ",
            "> /dev/sd",
            "cancel-",
            "reset-offsets",
            "unsafe",
            "purge");

    /** What changes something. */
    private static final List<String> MEDIUM = List.of(
            "rm ",
            "kubectl delete",
            "kubectl apply",
            "kubectl edit",
            "kubectl patch",
            "kubectl scale",
            "kubectl set",
            "kubectl rollout restart",
            "kubectl rollout undo",
            "kubectl cordon",
            "kubectl taint",
            "kubectl label",
            "kubectl annotate",
            "kubectl create",
            "kubectl replace",
            "kubectl exec",
            "systemctl restart",
            "systemctl stop",
            "systemctl start",
            "systemctl reload",
            "systemctl disable",
            "systemctl enable",
            "systemctl mask",
            "service restart",
            " restart ",
            "docker stop",
            "docker restart",
            "docker run",
            "docker kill",
            "docker compose up",
            "docker compose down",
            "helm upgrade",
            "helm install",
            "helm rollback",
            "terraform apply",
            "terraform import",
            "terraform init -migrate",
            "git push",
            "git rebase",
            "git merge",
            "git checkout",
            "git revert",
            "git commit",
            "git config --global",
            "sysctl -w",
            "alter ",
            "update ",
            "insert ",
            "create ",
            "grant ",
            "revoke ",
            "vacuum full",
            "reindex",
            "pg_terminate_backend",
            "pg_cancel_backend",
            "kill ",
            "pkill ",
            "config set",
            "set global",
            "apt install",
            "apt-get install",
            "apt remove",
            "apt-get remove",
            "apt upgrade",
            "yum install",
            "dnf install",
            "apk add",
            "pip install",
            "pip3 install",
            "npm install",
            "npm ci",
            "npm uninstall",
            "gem install",
            "cargo install",
            "brew install",
            "go get",
            "chmod ",
            "chown ",
            "chgrp ",
            "mv ",
            "cp ",
            "ln -s",
            "sed -i",
            "tee ",
            "mount ",
            "umount ",
            "ip route add",
            "ip route del",
            "ip link set",
            "ip addr",
            "iptables -a",
            "iptables -i",
            "iptables -d",
            "ufw allow",
            "ufw deny",
            "firewall-cmd",
            "crontab ",
            "useradd",
            "usermod",
            "passwd",
            "update-",
            "put-",
            "create-",
            "modify-",
            "set-",
            "start-",
            "stop-",
            "reboot-",
            "attach-",
            "detach-",
            "revoke-",
            "authorize-",
            "certbot renew",
            "logrotate -f",
            "journalctl --vacuum",
            "truncate ",
            "fallocate",
            "nginx -s",
            "apachectl",
            "swapon",
            "ulimit ",
            "export ",
            "gcloud compute",
            "redis-cli config");

    private CommandRisk() {}

    /** {@code low}, {@code medium} or {@code high}. */
    static String least(String command) {
        String words = words(command);
        return has(words, HIGH) ? "high" : has(words, MEDIUM) || writesFile(words) ? "medium" : "low";
    }

    /** Whether it only looks. */
    static boolean isReadOnly(String command) {
        return least(command).equals("low");
    }

    /** The higher of two risks; what is no risk counts as low. */
    static String higher(String risk, String other) {
        List<String> order = List.of("low", "medium", "high");
        return order.get(Math.max(0, Math.max(order.indexOf(risk), order.indexOf(other))));
    }

    private static String words(String command) {
        return ' ' + NormalText.of(command).toLowerCase(Locale.ROOT) + ' ';
    }

    private static boolean has(String words, List<String> wanted) {
        for (String word : wanted) {
            for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
                if (begins(words, at) && !isSaidNotToRun(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a word begins there: {@code rm } is none in {@code confirm }. */
    private static boolean begins(String words, int at) {
        char first = words.charAt(at);
        return !Character.isLetterOrDigit(first)
                || at == 0
                || !(Character.isLetterOrDigit(words.charAt(at - 1)) || "-_./=".indexOf(words.charAt(at - 1)) >= 0);
    }

    private static boolean isSaidNotToRun(String words) {
        return words.contains("--dry-run") || words.contains("--dryrun") || words.contains(" explain ");
    }

    /** Whether output goes into a file. */
    private static boolean writesFile(String words) {
        for (int at = words.indexOf('>'); at >= 0; at = words.indexOf('>', at + 1)) {
            String target = words.substring(at + 1).strip();
            boolean placeholder = words.lastIndexOf('<', at) > words.lastIndexOf(' ', at);
            boolean comparison = target.startsWith("=") || (!target.isEmpty() && Character.isDigit(target.charAt(0)));
            boolean nowhere =
                    target.startsWith("/dev/null") || target.startsWith("&") || target.startsWith("/dev/stderr");
            boolean arrow = at > 0 && "-=<>".indexOf(words.charAt(at - 1)) >= 0;
            boolean quoted = words.substring(0, at)
                                            .chars()
                                            .filter(c -> c == '\'')
                                            .count()
                                    % 2
                            == 1
                    || words.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 1;
            if (!placeholder && !comparison && !nowhere && !arrow && !quoted && !target.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
