package io.troubleshooter.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static boolean contains(String network, String address) {
        return Network.parse(network)
                .orElseThrow()
                .contains(Network.address(address).orElseThrow());
    }

    @Test
    void addressesThatBeginAlikeAreOfIt() {
        assertThat(contains("10.0.0.0/8", "10.255.1.2")).isTrue();
        assertThat(contains("10.0.0.0/8", "11.0.0.1")).isFalse();
        assertThat(contains("192.0.2.128/25", "192.0.2.127")).isFalse();
        assertThat(contains("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(contains("2001:db8::/32", "[2001:db8:1::1]")).isTrue();
        assertThat(contains("0.0.0.0/0", "2001:db8::1")).isFalse();
        assertThat(contains("192.0.2.7", "::ffff:192.0.2.7")).isTrue();
    }

    @Test
    void whatIsNoAddressInNumbersIsNotResolved() {
        for (String text :
                List.of("", "localhost", "example.org", "999.1.1.1", "1.2.3", "1.2.3.4.5", ":", "fe80::1%eth0")) {
            assertThat(Network.address(text)).as(text).isEmpty();
        }
        assertThat(Network.parse("10.0.0.0/33")).isEmpty();
        assertThat(Network.parse("10.0.0.0/x")).isEmpty();
    }
}
