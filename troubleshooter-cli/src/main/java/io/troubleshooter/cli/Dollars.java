package io.troubleshooter.cli;

import java.math.BigDecimal;

/** Amounts of US dollars as people write them; counted in millionths. */
final class Dollars {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private Dollars() {}

    /** In millionths; negative for what is no amount from 0 to a million. */
    static long parse(String text) {
        try {
            BigDecimal dollars = new BigDecimal(text);
            boolean fits = dollars.signum() >= 0 && dollars.compareTo(MOST) <= 0;
            return fits ? dollars.movePointRight(6).longValue() : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
