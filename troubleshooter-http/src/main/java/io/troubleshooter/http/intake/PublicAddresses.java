package io.troubleshooter.http.intake;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/**
 * Which addresses are on the public internet. Everything else could be a machine that trusts this one. After the
 * special-purpose registries of IANA; in doubt an address is not public.
 */
final class PublicAddresses {

    /** Networks of IPv4 that are not public, and addresses at which clouds answer their machines. */
    private static final Network[] NOT_PUBLIC_4 = {
        network(0, 0, 0, 0, 8),
        network(10, 0, 0, 0, 8),
        network(100, 64, 0, 0, 10),
        network(127, 0, 0, 0, 8),
        network(168, 63, 129, 16, 32), // Azure
        network(169, 254, 0, 0, 16),
        network(172, 16, 0, 0, 12),
        network(192, 0, 0, 0, 24),
        network(192, 0, 2, 0, 24),
        network(192, 31, 196, 0, 24),
        network(192, 52, 193, 0, 24),
        network(192, 88, 99, 0, 24),
        network(192, 168, 0, 0, 16),
        network(192, 175, 48, 0, 24),
        network(198, 18, 0, 0, 15),
        network(198, 51, 100, 0, 24),
        network(203, 0, 113, 0, 24),
        network(224, 0, 0, 0, 4),
        network(240, 0, 0, 0, 4),
    };

    /** Within 2000::/3: IETF protocols (Teredo, benchmarks, ORCHID), documentation, 6to4, documentation. */
    private static final Network[] NOT_PUBLIC_6 = {
        new Network(0x2001_0000L, 23),
        new Network(0x2001_0db8L, 32),
        new Network(0x2002_0000L, 16),
        new Network(0x3fff_0000L, 20),
    };

    private PublicAddresses() {}

    /**
     * @param prefix first 32 bits of an address
     * @param length how many of them count
     */
    private record Network(long prefix, int length) {

        boolean has(long bits) {
            return (bits ^ prefix) >>> (32 - length) == 0;
        }
    }

    private static Network network(int a, int b, int c, int d, int length) {
        return new Network((long) a << 24 | b << 16 | c << 8 | d, length);
    }

    static boolean has(InetAddress address) {
        boolean special = address instanceof Inet4Address
                ? any(NOT_PUBLIC_4, bits(address))
                : bits(address) >>> 29 != 1 || any(NOT_PUBLIC_6, bits(address));
        return !special && !address.isMulticastAddress() && !ofThisMachine(address);
    }

    private static long bits(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes[0] & 0xffL) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    private static boolean any(Network[] networks, long bits) {
        for (Network network : networks) {
            if (network.has(bits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }
}
