package com.example.embed;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;

/** Diagnoses a failed start-up, as a service that looks after others might. */
public final class Embed {

    private static final String LOG =
            """
            2026-11-20 09:43:08.310  INFO 1 --- [main] c.a.shop.Application : Starting Application
            2026-11-20 09:43:11.204 ERROR 1 --- [main] o.s.b.SpringApplication : Application run failed
            java.lang.OutOfMemoryError: Java heap space
            \tat com.acme.shop.Catalogue.load(Catalogue.java:51)
            \tat com.acme.shop.Application.main(Application.java:12)
            """;

    private Embed() {}

    /** Prints the diagnosis; exits with 1 where no incident is seen. */
    public static void main(String[] args) {
        Diagnosis diagnosis = Troubleshooter.create().diagnose(LogSource.text(LOG, "shop.log"));
        System.out.println(diagnosis.verdict() + ": " + diagnosis.summary());
        diagnosis.hypotheses().forEach(h -> System.out.println(h.cause() + " " + h.citations().get(0).lines()));
        if (diagnosis.verdict() != Verdict.INCIDENT) {
            System.exit(1);
        }
    }
}
